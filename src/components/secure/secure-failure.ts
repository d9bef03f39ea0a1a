import { catalogue } from '@/lib/text'

const t = catalogue('secure', {
  SCRIPT_BLOCKED: 'The protected part of this page could not be loaded. An ad blocker or a firewall may be in the way.',
  SCRIPT_LATE: 'The protected part of this page is not here yet. The connection may be slow or interrupted.',
  FRAME_REFUSED: 'The protected part of this page was refused. Reload the page; if it stays so, tell your support.',
  UI_KEY: 'The protected part of this page does not know this console. Your support has to correct its settings.',
  NETWORK: 'The protected part of this page has no connection just now. Try again in a moment.',
  EMPTY: 'Fill in the protected field first.',
  MISMATCH: 'The two do not match. Type the second one again.',
  UNEXPECTED: 'The protected part of this page did not answer. Try again.',
})

/** What can go wrong with every secure component; spans and checks have words of their own besides. */
export type SecureCode = keyof typeof known
const known = {
  SCRIPT_BLOCKED: true,
  SCRIPT_LATE: true,
  FRAME_REFUSED: true,
  UI_KEY: true,
  NETWORK: true,
  EMPTY: true,
  MISMATCH: true,
  UNEXPECTED: true,
} as const

/** Something of the secure components failed, with a sentence for the person. Nothing was sent to the API then. */
export class SecureFailure extends Error {
  override readonly name = 'SecureFailure'

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
  const code =
    typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
      ? error.code
      : 'UNEXPECTED'
  return new SecureFailure(code, more[code])
}

/** Whether the person has read already what this error says. */
export const wasTold = (error: unknown): boolean => error instanceof SecureFailure && error.told

const isKnown = (code: string): code is SecureCode => Object.hasOwn(known, code)
