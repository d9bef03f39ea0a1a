/** What a secure field may capture, as the vendor's components name it. */
export const captureKinds = ['password', 'confirmPassword', 'passCode', 'confirmPassCode', 'cardPin'] as const
export type CaptureKind = (typeof captureKinds)[number]

/** What a secure span may show. A PIN that is shown is another kind than one that was typed: neither token does for both. */
export const displayKinds = ['cardNumber', 'cvv', 'pin'] as const
export type DisplayKind = (typeof displayKinds)[number]
