import { type RefObject, useEffect, useRef, useState } from 'react'
import { themePreference } from '@/lib/preferences'
import { type SecureForm, type SecureInput, type SecureKind, type SecureStyle, secureClient } from './secure-client'

/** What the owner of the field may do with it. The typed value itself never reaches this page. */
export type SecureHandle = {
  isEmpty: () => boolean
  /** A single-use token for what was typed. */
  tokenize: () => Promise<string>
  focus: () => void
  clear: () => void
}

type Options = { label: string; name: string; kind: SecureKind; autoFocus: boolean; onEnter: (() => void) | undefined }
type Mounted = { form: SecureForm; input: SecureInput }

/** A frame that answers nothing for this long is taken for blocked. */
const patience = 10_000

/** Puts the vendor's frame into `place` for as long as the component stands, and follows what it tells. */
export function useSecureInput(place: RefObject<HTMLElement | null>, { name, kind, ...changing }: Options) {
  const mounted = useRef<Mounted>(undefined)
  const empty = useRef(true)
  const latest = useRef(changing)
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading')
  const [focused, setFocused] = useState(false)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    latest.current = changing
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is what asks for another try
  useEffect(() => {
    const element = place.current
    if (!element) return
    let input: SecureInput | undefined
    let left = false
    const fail = () => {
      if (!left) setState('failed')
    }
    const late = setTimeout(fail, 2 * patience)
    const start = async () => {
      const client = await secureClient()
      if (left) return
      const form = client.form()
      input = form.input(name, kind, { maxlength: 50, ariaLabel: latest.current.label, style: styleOf(element) })
      input.on('ready', () => {
        clearTimeout(late)
        setState('ready')
        if (latest.current.autoFocus && !isTyping()) input?.focus()
      })
      input.on('change', (detail) => {
        empty.current = isEmpty(detail)
      })
      input.on('focus', () => setFocused(true))
      input.on('blur', () => setFocused(false))
      // Which of the two comes depends on the version of the script.
      input.on('submit', () => latest.current.onEnter?.())
      input.on('keyup', (detail) => isEnter(detail) && latest.current.onEnter?.())
      input.mount(element)
      mounted.current = { form, input }
    }
    start().catch(fail)

    const restyle = () => input?.update?.({ style: styleOf(element) })
    const scheme = window.matchMedia('(prefers-color-scheme: dark)')
    scheme.addEventListener('change', restyle)
    const stop = themePreference.subscribe(restyle)
    return () => {
      left = true
      clearTimeout(late)
      scheme.removeEventListener('change', restyle)
      stop()
      mounted.current = undefined
      empty.current = true
      input?.destroy()
      setFocused(false)
    }
  }, [name, kind, attempt])

  const handle: SecureHandle = {
    isEmpty: () => empty.current,
    focus: () => mounted.current?.input.focus(),
    clear: () => {
      empty.current = true
      mounted.current?.input.clear()
    },
    tokenize: () =>
      new Promise((resolve, reject) => {
        const form = mounted.current?.form
        if (!form) return reject(new Error('the protected field is not there yet'))
        const taken = (tokens: Record<string, string>) => {
          const token = tokens[name]
          if (token) resolve(token)
          else reject(new Error('no token came'))
        }
        form.tokenize(taken, reject)
      }),
  }
  const tryAgain = () => {
    setState('loading')
    setAttempt((n) => n + 1)
  }
  return { state, focused, handle, tryAgain }
}

/** What the frame should look like: it inherits nothing, so the colours are read from where it stands. */
function styleOf(element: HTMLElement): { base: SecureStyle } {
  const { color, fontFamily, fontSize, lineHeight } = getComputedStyle(element)
  // Said rather than left transparent: a frame that brings a ground of its own must not show it.
  const { backgroundColor } = getComputedStyle(element.closest('[role="group"]') ?? element)
  return {
    base: { color, backgroundColor, fontFamily, fontSize, lineHeight, height: '100%', padding: '0', margin: '0' },
  }
}

/** The frame may come late: whoever has begun to write elsewhere is not to go on in a password field. */
const isTyping = (): boolean => document.activeElement?.matches('input, textarea, select, iframe') ?? false

const isEmpty = (detail: unknown): boolean =>
  typeof detail !== 'object' || detail === null || !('empty' in detail) || detail.empty !== false

const isEnter = (detail: unknown): boolean =>
  typeof detail === 'object' && detail !== null && 'key' in detail && detail.key === 'Enter'
