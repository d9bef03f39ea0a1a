import { catalogue } from '@/lib/text'

const sentences = {
  SCRIPT_BLOCKED: 'This protected part could not be loaded. An ad blocker or a firewall may be in the way.',
  SCRIPT_LATE: 'This protected part is not here yet. The connection may be slow.',
  FRAME_REFUSED: 'This protected part was refused. Reload the page; if it stays so, tell your support.',
  UI_KEY: 'This protected part does not know this console. Your support has to correct its settings.',
  NETWORK: 'This protected part has no connection just now. Try again in a moment.',
  UNEXPECTED: 'This protected part did not answer. Try again.',
}
const t = catalogue('secure', sentences)

/** Something of the secure components failed, with a sentence for the person. Nothing was sent to the API then. */
export class SecureFailure extends Error {
  constructor(
    readonly code: string,
    readonly sentence: string = t(isKnown(code) ? code : 'UNEXPECTED'),
    /** The component has said so itself, at the field that it is about. */
    readonly told = false,
  ) {
    super(code)
  }
}

/** What the vendor's script rejected with or told; the code is in the error where there is one. */
export function readSecureFailure(error: unknown, more: Readonly<Record<string, string>> = {}): SecureFailure {
  if (error instanceof SecureFailure) return error
  const code = isRecord(error) && typeof error.code === 'string' ? error.code : 'UNEXPECTED'
  return new SecureFailure(code, more[code])
}

/** Whether the person has read already what this error says. */
export const wasTold = (error: unknown): boolean => error instanceof SecureFailure && error.told

/** What the vendor's scripts hand over has no type that one could rely on. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isKnown = (code: string): code is keyof typeof sentences => Object.hasOwn(sentences, code)
