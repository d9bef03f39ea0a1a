import type { CheckKind, InputEvent, InputOptions, SecureKind, ShownKind } from './vendor'

/** Stands in for the vendor's script in tests, in either generation, and keeps everything that it was asked to make. */
export const generations = ['older', 'newer'] as const
export type Generation = (typeof generations)[number]
type Listener = (detail: unknown) => void

export function fakeVendor(generation: Generation) {
  const made: { name: string; part: Part }[] = []
  const screens: Screens[] = []
  const state = { refusal: undefined as string | undefined, tokens: 0, keys: [] as string[], passes: [] as string[] }
  const part = (name: string, options: InputOptions): Part => {
    const listeners = new Map<string, Listener[]>()
    const one: Part = {
      live: false,
      focused: 0,
      options: { ...options },
      tell: (event, detail) => {
        for (const listener of listeners.get(event) ?? []) listener(detail)
      },
      vendor: {
        mount: (place) => {
          one.live = true
          place.append(emptyFrame())
        },
        destroy: () => {
          one.live = false
        },
        focus: () => {
          one.focused += 1
        },
        clear: () => one.tell('change', { empty: true, valid: false }),
        update: (more) => Object.assign(one.options, more),
        on: (event, listener) => listeners.set(event, [...(listeners.get(event) ?? []), listener]),
      },
    }
    made.push({ name, part: one })
    return one
  }
  const token = async (name: string) => {
    if (state.refusal) throw Object.assign(new Error(state.refusal), { code: state.refusal })
    state.tokens += 1
    return `${name}-${state.tokens}`
  }
  const hand = (pass: string | null, done: () => void) => {
    state.passes.push(String(pass))
    done()
  }
  const screen = (kind: CheckKind, reference: string, tell: Tell, selector: string, css = '') => {
    const one: Screens = { kind, reference, tell, selector, css, live: true }
    screens.push(one)
    document.querySelector(selector)?.append(emptyFrame())
    return {
      destroy: () => {
        one.live = false
      },
    }
  }
  const older = {
    init: (key: string) => state.keys.push(key),
    form: () => {
      const names: string[] = []
      return {
        input: (name: string, _: SecureKind, options: InputOptions) => {
          names.push(name)
          return part(name, options).vendor
        },
        tokenize: (ok: (tokens: Record<string, string>) => void, failed: (error: unknown) => void) => {
          Promise.all(names.map(async (name) => [name, await token(name)] as const)).then(
            (tokens) => ok(Object.fromEntries(tokens)),
            failed,
          )
        },
      }
    },
    span: (kind: ShownKind, _: string, options: object) => part(kind, options).vendor,
    associate: hand,
    kyb: () => ({
      init: (selector: string, { reference }: { reference: string }, tell: Tell, { customCssStr }: Css) =>
        screen('company', reference, tell, selector, customCssStr),
    }),
    kyc: () => ({
      init: (selector: string, { reference }: { reference: string }, tell: Tell, { customCssStr }: Css) =>
        screen('director', reference, tell, selector, customCssStr),
    }),
    consumer_kyc: () => ({
      init: (given: Css & { selector: string; reference: string; onMessage: Tell; onError: Listener }) => {
        const tell: Tell = (type, detail) => (type === 'error' ? given.onError(detail) : given.onMessage(type, detail))
        return screen('consumer', given.reference, tell, given.selector, given.customCssStr)
      },
    }),
  }
  const capture = (_: SecureKind) => (name: string, options: InputOptions) =>
    Object.assign(part(name, options).vendor, {
      createToken: async () => ({ tokens: { [name]: await token(name) } }),
    })
  const check = (kind: CheckKind) => (reference: string) => {
    let one: { destroy: () => void } | undefined
    return {
      mount: (selector: string, given: Css & { onMessage: Tell; onError: Listener }) => {
        const tell: Tell = (type, detail) => (type === 'error' ? given.onError(detail) : given.onMessage(type, detail))
        one = screen(kind, reference, tell, selector, given.customCssStr)
      },
      destroy: () => one?.destroy(),
    }
  }
  const display = (kind: ShownKind) => (_: string, options: object) => part(kind, options).vendor
  const newer = {
    capture: {
      password: capture('password'),
      confirmPassword: capture('confirmPassword'),
      passCode: capture('passCode'),
      confirmPassCode: capture('confirmPassCode'),
      cardPin: capture('cardPin'),
      corporateKyb: check('company'),
      beneficiariesKyc: check('director'),
      consumerKyc: check('consumer'),
    },
    display: { cardNumber: display('cardNumber'), cvv: display('cvv'), cardPin: display('cardPin') },
    setUserToken: hand,
  }
  globalThis.OpcUxSecureClient = generation === 'older' ? older : undefined
  globalThis.weavr = {
    init: (key) => {
      state.keys.push(key)
      return newer
    },
  }
  return {
    state,
    screens,
    live: (name: string) => made.filter((one) => one.name === name && one.part.live).map((one) => one.part),
    /** The component of that name that stands now. */
    part: (name: string): Part => {
      const found = made.filter((one) => one.name === name).at(-1)
      if (!found) throw new Error(`nobody asked for ${name}`)
      return found.part
    },
  }
}

/** Its document is in the page itself: there is nothing to load. */
function emptyFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.srcdoc = '<p>'
  return frame
}

type Css = { customCssStr?: string }
type Tell = (type: string, detail?: unknown) => void
export type Screens = { kind: CheckKind; reference: string; tell: Tell; selector: string; css: string; live: boolean }
export type Part = {
  live: boolean
  focused: number
  options: InputOptions
  tell: (event: InputEvent | 'shown', detail?: unknown) => void
  vendor: {
    mount: (place: HTMLElement) => void
    destroy: () => void
    focus: () => void
    clear: () => void
    update: (more: object) => void
    on: (event: string, listener: Listener) => void
  }
}
