/**
 * The vendor's two client scripts, as far as this console uses them: `client.1.js` (global `OpcUxSecureClient`) and
 * `weavr-client-v2.js` (global `weavr`). Everything else of this folder speaks the console's own words.
 */
export type SecureKind = 'password' | 'confirmPassword' | 'passCode' | 'confirmPassCode' | 'cardPin'
export type ShownKind = 'cardNumber' | 'cvv' | 'cardPin'
export type CheckKind = 'company' | 'consumer' | 'director'

export type StyleRules = { [name: string]: string | StyleRules }
export type InputOptions = {
  placeholder?: string
  maxlength?: number
  autocomplete?: string
  /** Names the frame for those who hear it; versions that do not know it ignore it. */
  ariaLabel?: string
  ariaInvalid?: boolean
  ariaDescription?: string
  style?: { base: StyleRules; invalid?: StyleRules }
}
export type Emitter<Event extends string> = { on: (event: Event, listener: (detail: unknown) => void) => void }
export type InputEvent = 'ready' | 'change' | 'strength' | 'focus' | 'blur' | 'keyup' | 'submit' | 'error'
export type VendorInput = Emitter<InputEvent> & {
  mount: (element: HTMLElement) => void
  destroy: () => void
  focus: () => void
  clear: () => void
  update?: (options: InputOptions) => void
}
export type VendorSpan = Emitter<'ready' | 'shown' | 'error'> & {
  mount: (element: HTMLElement) => void
  destroy?: () => void
  unmount?: () => void
  update?: (options: { style?: StyleRules; title?: string }) => void
}
type UserToken = (token: string | null, done: () => void, failed: (error: unknown) => void) => void

type Tell = (type: string, detail?: unknown) => void
type ScreenOptions = { customCssStr?: string; title?: string; lang?: string }
/** What a check's component answers is documented nowhere; where it can be ended, it is. */
export type VendorScreens = { destroy?: () => void; unmount?: () => void } | undefined
type OlderCheck = {
  init: (selector: string, what: { reference: string }, tell: Tell, options: ScreenOptions) => VendorScreens
}
type OlderConsumerCheck = {
  init: (
    given: ScreenOptions & { selector: string; reference: string; onMessage: Tell; onError: (detail: unknown) => void },
  ) => VendorScreens
}

export type OlderForm = {
  input: (name: string, kind: SecureKind, options: InputOptions) => VendorInput
  tokenize: (ok: (tokens: Record<string, string>) => void, failed: (error: unknown) => void) => void
}
export type OlderClient = {
  init: (uiKey: string, options?: { fonts?: unknown[] }) => unknown
  form: () => OlderForm
  span?: (kind: ShownKind, token: string, options: { style?: { base: StyleRules }; title?: string }) => VendorSpan
  associate?: UserToken
  kyb?: () => OlderCheck
  kyc?: () => OlderCheck
  consumer_kyc?: () => OlderConsumerCheck
}

export type NewerInput = VendorInput & { createToken: () => Promise<{ tokens: Record<string, string> }> }
type NewerCheck = (reference: string) => NonNullable<VendorScreens> & {
  mount: (target: string, options: ScreenOptions & { onMessage: Tell; onError: (detail: unknown) => void }) => void
}
/** What `init` of the newer script answers. */
export type NewerClient = {
  capture: Record<SecureKind, (name: string, options: InputOptions) => NewerInput> &
    Record<'corporateKyb' | 'beneficiariesKyc' | 'consumerKyc', NewerCheck>
  display: Record<ShownKind, (token: string, options: { style?: StyleRules; title?: string }) => VendorSpan>
  setUserToken: UserToken
}

declare global {
  var OpcUxSecureClient: OlderClient | undefined
  var weavr: { init: (uiKey: string, options?: { fonts?: unknown[] }) => NewerClient } | undefined
}
