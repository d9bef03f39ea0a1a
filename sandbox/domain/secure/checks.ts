import type { KyiStatus } from '../../../contract/corporates'
import type { Ctx } from '../context'
import { findKyiReference } from '../identities/kyi-reference'

/** A check as its screens show it. */
export type CheckView = {
  kind: 'KYB' | 'KYC' | 'USER_KYC' | 'DIRECTOR'
  status: KyiStatus
  /** What is known about the subject: names and values, as a person reads them. */
  details: [string, string][]
  /** Why it was sent back or turned down, in the vendor's codes, and what the customer was told. */
  reasons?: string[]
  comment?: string | undefined
}
export type Decision = {
  /** DOCUMENTS sends it back: the customer corrects and submits it again. */
  outcome: 'APPROVED' | 'REJECTED' | 'DOCUMENTS'
  reasons: string[]
  comment: string | undefined
}
/** What the screens of a check do, and where it then stands; nothing where it does not stand where they think. */
export type Checks = {
  look: (ctx: Ctx, reference: string) => Promise<CheckView | undefined>
  submit: (ctx: Ctx, reference: string) => Promise<CheckView | undefined>
  decide: (ctx: Ctx, reference: string, decision: Decision) => Promise<CheckView | undefined>
}

export const checks: Checks = {
  async look(ctx, reference) {
    const found = await findKyiReference(ctx, reference)
    if (!found) return undefined
    return { kind: found.kind, status: 'INITIATED', details: [] }
  },
  submit: async () => undefined,
  decide: async () => undefined,
}
