import { useEffect, useRef, useState } from 'react'
import { lookOf, onTheme } from './look'
import { type OpenForm, openForm } from './open-form'
import { patience, secureClient } from './secure-client'
import { isRecord, readSecureFailure, SecureFailure } from './secure-failure'
import type { InputOptions, SecureKind, VendorInput } from './vendor'

export type FieldSpec = Pick<InputOptions, 'autocomplete'> & {
  name: string
  kind: SecureKind
  label: string
  error?: string | undefined
}
/** What a page learns of a field: never what is in it. */
export type FieldValue = { empty: boolean; valid: boolean }
type Options = {
  /** The first field takes the focus as soon as it is there. */
  autoFocus?: boolean
  onEnter?: (() => void) | undefined
  onChange?: ((name: string, value: FieldValue) => void) | undefined
  onStrength?: ((score: number) => void) | undefined
}
type Mounted = { form: OpenForm; inputs: Map<string, VendorInput> }
const nothing: FieldValue = { empty: true, valid: false }

/** Puts the vendor's fields into their places for as long as the component stands, and follows what they tell. */
export function useSecureForm(specs: readonly FieldSpec[], options: Options) {
  const places = useRef(new Map<string, HTMLElement>())
  const mounted = useRef<Mounted>(undefined)
  const values = useRef(new Map<string, FieldValue>())
  const latest = useRef({ specs, options })
  const [failure, setFailure] = useState<SecureFailure>()
  const [ready, setReady] = useState(false)
  const [focused, setFocused] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const names = specs.map(({ name, kind }) => `${name}:${kind}`).join(' ')

  useEffect(() => {
    latest.current = { specs, options }
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: the names stand for the fields, `attempt` asks for another try
  useEffect(() => {
    const inputs = new Map<string, VendorInput>()
    let left = false
    let late: ReturnType<typeof setTimeout> | undefined
    const fail = (error: unknown) => !left && setFailure(readSecureFailure(error))
    const start = async () => {
      const client = await secureClient()
      if (left) return
      const form = openForm(client)
      late = setTimeout(fail, patience, new SecureFailure('SCRIPT_LATE'))
      const waiting = new Set(specs.map(({ name }) => name))
      const arrived = (name: string) => {
        waiting.delete(name)
        if (waiting.size > 0 || left) return
        clearTimeout(late)
        // Also after the message that it is late.
        setFailure(undefined)
        setReady(true)
        if (latest.current.options.autoFocus && !isTyping()) inputs.get(specs[0]?.name ?? '')?.focus()
      }
      for (const spec of specs) {
        const place = places.current.get(spec.name)
        if (!place) continue
        const input = form.input(spec.name, spec.kind, fieldOptions(spec, place))
        inputs.set(spec.name, input)
        follow(spec.name, input, arrived)
      }
      mounted.current = { form, inputs }
      for (const [name, input] of inputs) {
        const place = places.current.get(name)
        if (place) input.mount(place)
      }
    }
    const follow = (name: string, input: VendorInput, arrived: (name: string) => void) => {
      input.on('ready', () => arrived(name))
      input.on('error', fail)
      input.on('change', (detail) => {
        const value = readValue(detail)
        values.current.set(name, value)
        latest.current.options.onChange?.(name, value)
      })
      input.on('strength', (detail) => latest.current.options.onStrength?.(readScore(detail)))
      input.on('focus', () => setFocused(name))
      input.on('blur', () => setFocused((now) => (now === name ? undefined : now)))
      // Which of the two comes depends on the version of the script.
      input.on('submit', () => latest.current.options.onEnter?.())
      input.on('keyup', (detail) => isEnter(detail) && latest.current.options.onEnter?.())
    }
    start().catch(fail)

    const stop = onTheme(() => {
      for (const [name, input] of inputs) {
        const place = places.current.get(name)
        if (place) input.update?.({ style: { base: lookOf(place) } })
      }
    })
    return () => {
      left = true
      clearTimeout(late)
      stop()
      mounted.current = undefined
      values.current.clear()
      for (const input of inputs.values()) input.destroy()
      setFocused(undefined)
      setReady(false)
    }
  }, [names, attempt])

  const complaints = specs.map(({ error }) => error ?? '').join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the complaints stand for the fields
  useEffect(() => {
    if (!ready) return
    for (const { name, error } of specs) {
      mounted.current?.inputs.get(name)?.update?.({ ariaInvalid: error !== undefined, ariaDescription: error ?? '' })
    }
  }, [complaints, ready])

  return {
    state: failure ? ('failed' as const) : ready ? ('ready' as const) : ('loading' as const),
    failure,
    focused,
    place: (name: string) => (element: HTMLElement | null) => {
      if (element) places.current.set(name, element)
      else places.current.delete(name)
    },
    value: (name: string): FieldValue => values.current.get(name) ?? nothing,
    focus: (name: string) => mounted.current?.inputs.get(name)?.focus(),
    clear: () => {
      values.current.clear()
      for (const input of mounted.current?.inputs.values() ?? []) input.clear()
    },
    /** A single-use token by field; rejects with a `SecureFailure`. */
    tokenize: async (): Promise<Record<string, string>> => {
      if (!mounted.current || failure) throw failure ?? new SecureFailure('SCRIPT_LATE')
      return mounted.current.form.tokenize().catch((error: unknown) => {
        throw readSecureFailure(error)
      })
    },
    tryAgain: () => {
      setFailure(undefined)
      setAttempt((n) => n + 1)
    },
  }
}

const fieldOptions = ({ label, autocomplete }: FieldSpec, place: HTMLElement): InputOptions => ({
  maxlength: 50,
  ariaLabel: label,
  ...(autocomplete && { autocomplete }),
  style: { base: lookOf(place) },
})

/** The frame may come late: whoever has begun to write elsewhere is not to go on in a password field. */
const isTyping = (): boolean => document.activeElement?.matches('input, textarea, select, iframe') ?? false

/** A version that says nothing of validity leaves it to the API. */
function readValue(detail: unknown): FieldValue {
  if (!isRecord(detail)) return nothing
  const empty = detail.empty !== false
  return { empty, valid: !empty && detail.valid !== false }
}

/** The newer documents `id`, an older wrapper `score`: 0 to 3, where 2 and more will do. */
function readScore(detail: unknown): number {
  if (!isRecord(detail)) return 0
  return typeof detail.id === 'number' ? detail.id : typeof detail.score === 'number' ? detail.score : 0
}

const isEnter = (detail: unknown): boolean => isRecord(detail) && detail.key === 'Enter'
