/** What the person who has lost their password has been sent, for as long as the page: no address and no code is stored. */
type Lost = {
  /** When the last code was sent, by this machine's clock. */
  sentAt?: number | undefined
  /** The code of the link in the e-mail, once it is out of the address. */
  nonce?: string | undefined
}

let lost: Lost = {}

export const lostPassword = {
  get: (): Lost => lost,
  set: (change: Lost): void => {
    lost = { ...lost, ...change }
  },
  forget: (): void => {
    lost = {}
  },
}

/** Another code may be asked for so long after the last one. */
export const resendAfter = 15_000
/** A code can be entered for so long. */
export const codeLifetime = 5 * 60_000
