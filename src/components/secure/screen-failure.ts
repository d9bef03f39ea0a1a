import { sentences } from '@/lib/sentences'
import { readSecureFailure, type SecureFailure } from './secure-failure'

const said = sentences('secure-screens', {
  REFERENCE_NOT_FOUND: 'This verification has ended or was started anew. Start it again from here.',
  OTHER_CHECK: 'This is a verification of another kind. Start it again from here.',
  STATE_INVALID: 'The verification has moved on meanwhile. Look where it stands before you go on.',
})

/** What the screens of a check told of their trouble. */
export const screenFailure = (detail: unknown): SecureFailure => readSecureFailure(detail, said())

const fatal = new Set(['SCRIPT_BLOCKED', 'SCRIPT_LATE', 'FRAME_REFUSED', 'UI_KEY', 'UNEXPECTED'])

/** There are no screens to go on with; other trouble the screens say themselves, and what was filled in there stays. */
export const hasNoScreens = ({ code }: SecureFailure): boolean => fatal.has(code)
