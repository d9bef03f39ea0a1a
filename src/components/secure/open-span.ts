import type { SecureClient } from './secure-client'
import { SecureFailure } from './secure-failure'
import type { ShownKind, StyleRules, VendorSpan } from './vendor'

/** Hands over what opens the frames to the person's values: a pass, never the session's token. */
export function associate(client: SecureClient, pass: string): Promise<void> {
  const hand = 'older' in client ? client.older.associate : client.newer.setUserToken
  if (!hand) throw new SecureFailure('UNEXPECTED')
  return new Promise((resolve, reject) => hand(pass, resolve, reject))
}

type Options = { kind: ShownKind; token: string; title: string; style: StyleRules }

/** A value of a card in a frame of whichever generation is loaded; the newer one takes the rules without their state. */
export function openSpan(client: SecureClient, { kind, token, title, style }: Options): VendorSpan {
  if ('newer' in client) return client.newer.display[kind](token, { title, style })
  const span = client.older.span?.(kind, token, { title, style: { base: style } })
  if (!span) throw new SecureFailure('UNEXPECTED')
  return span
}

/** Rules for a span that stands already. */
export const restyled = (client: SecureClient, style: StyleRules): { style: StyleRules } => ({
  style: 'older' in client ? { base: style } : style,
})
