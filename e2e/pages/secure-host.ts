import type { Page } from '@playwright/test'

type Detail = Record<string, unknown>
type Component = { mount: (target: string) => unknown; on: (event: string, run: (detail: Detail) => void) => void }
type Input = Component & { createToken: () => Promise<{ tokens: Record<string, string> }> }
type Failed = (error: { code: string }) => void
type Form = {
  input: (name: string, kind: string, options?: object) => Input
  tokenize: (done: (tokens: Record<string, string>) => void, failed: Failed) => void
}
type UserToken = (token: string | null, done: () => void, failed: Failed) => void
type Tell = (type: string, detail: Detail) => void
type Older = {
  init: (uiKey: string) => void
  form: () => Form
  span: (kind: string, token: string, options?: object) => Component
  associate: UserToken
  kyb: () => { init: (selector: string, what: { reference: string }, listener: Tell, options?: object) => void }
  kyc: Older['kyb']
  consumer_kyc: () => { init: (given: { selector: string; reference: string; onMessage: Tell; onError: Tell }) => void }
}
type Check = (reference: string) => { mount: (target: string, options: object) => void; destroy: () => void }
type Newer = Components & { init: (uiKey: string) => Components }
type Components = {
  capture: Record<'password' | 'confirmPassword' | 'cardPin', (name: string, options?: object) => Input> &
    Record<'corporateKyb' | 'beneficiariesKyc' | 'consumerKyc', Check>
  display: Record<'cardNumber' | 'cvv' | 'cardPin', (token: string, options?: object) => Component>
  setUserToken: UserToken
}
/** What runs in somebody's page: the two clients, and a note of everything that they told. */
type Host = { OpcUxSecureClient: Older; weavr: Newer; told: Detail[]; form: Form }
export type Told = Detail

/** A page of somebody's own with secure components in the places `#a`, `#b`, `#c` and `#check`. */
export function secureHost(page: Page, uiKey: string) {
  const frame = (place: string) => page.frameLocator(`${place} iframe`)
  const told = () => page.evaluate(() => (globalThis as unknown as Host).told ?? [])
  return {
    frame,
    field: (place: string) => frame(place).locator('input[type=password]'),
    value: (place: string) => frame(place).locator('output'),
    told,
    last: async (name: string, event: string) =>
      (await told()).filter((each) => each.name === name && each.event === event).at(-1),

    /** Fields of one form of the older client, by name and kind, in the places in their order. */
    mountFields: (fields: Record<string, string>, key = uiKey) =>
      page.evaluate(
        ([fields, key]) => {
          const host = globalThis as unknown as Host
          host.told = []
          host.OpcUxSecureClient.init(key)
          host.form = host.OpcUxSecureClient.form()
          for (const [at, [name, kind]] of Object.entries(fields).entries()) {
            const input = host.form.input(name, kind, { ariaLabel: kind })
            for (const event of ['ready', 'change', 'submit', 'strength', 'error'])
              input.on(event, (detail) => host.told.push({ name, event, ...detail, code: detail?.code }))
            input.mount(`#${'abc'[at]}`)
          }
        },
        [fields, key] as const,
      ),
    /** The tokens by name, or the code of what went wrong. */
    tokenize: () =>
      page.evaluate(() => {
        const { form } = globalThis as unknown as Host
        return new Promise<Record<string, string>>((resolve) =>
          form.tokenize(resolve, ({ code }) => resolve({ failed: code })),
        )
      }),

    /** Hands over a user token; answers `done`, or the code of what went wrong. */
    associate: (token: string | null, key = uiKey) =>
      page.evaluate(
        ([token, key]) => {
          const { OpcUxSecureClient, weavr } = globalThis as unknown as Host
          ;(OpcUxSecureClient ?? weavr).init(key)
          const hand = OpcUxSecureClient?.associate ?? weavr.init(key).setUserToken
          return new Promise<string>((resolve) =>
            hand(
              token,
              () => resolve('done'),
              ({ code }) => resolve(code),
            ),
          )
        },
        [token, key] as const,
      ),
    /** Mounts a value into a place with whichever client the page has, and notes what it tells under the place's name. */
    show: (place: string, kind: 'cardNumber' | 'cvv' | 'cardPin', token: string) =>
      page.evaluate(
        ([place, kind, token]) => {
          const host = globalThis as unknown as Host
          host.told ??= []
          const older = host.OpcUxSecureClient?.span(kind, token, { style: { base: { letterSpacing: '1px' } } })
          const span = older ?? host.weavr.display[kind](token, { style: { letterSpacing: '1px' } })
          for (const event of ['ready', 'shown', 'error'])
            span.on(event, (detail) => host.told.push({ name: place, event, code: detail?.code }))
          span.mount(place)
        },
        [place, kind, token] as const,
      ),

    /** A field of the newer client. */
    capture: (place: string, kind: 'password' | 'cardPin') =>
      page.evaluate(
        ([place, kind, key]) => {
          const { capture } = (globalThis as unknown as Host).weavr.init(key)
          const input = capture[kind]('typed', { ariaLabel: kind })
          input.mount(place)
          Object.assign(globalThis, { input })
        },
        [place, kind, uiKey] as const,
      ),
    createToken: () =>
      page.evaluate(async () => {
        const { input } = globalThis as unknown as { input: Input }
        return (await input.createToken()).tokens.typed ?? ''
      }),

    /** The screens of a check, with whichever client the page has; what it tells is noted as `{type, ...detail}`. */
    check: (kind: 'company' | 'director' | 'consumer', reference: string) =>
      page.evaluate(
        ([kind, reference, key]) => {
          const host = globalThis as unknown as Host
          host.told = []
          const tell: Tell = (type, detail) => host.told.push({ type, ...detail })
          const { OpcUxSecureClient: older, weavr } = host
          if (older) {
            older.init(key)
            if (kind === 'consumer') {
              const onError = (error: unknown) => tell('error', error as Detail)
              return older.consumer_kyc().init({ selector: '#check', reference, onMessage: tell, onError })
            }
            return older[kind === 'company' ? 'kyb' : 'kyc']().init('#check', { reference }, tell)
          }
          const { capture } = weavr.init(key)
          const make = {
            company: capture.corporateKyb,
            director: capture.beneficiariesKyc,
            consumer: capture.consumerKyc,
          }
          return make[kind](reference).mount('#check', { onMessage: tell })
        },
        [kind, reference, uiKey] as const,
      ),
  }
}
