import * as z from 'zod'
import { CurrencyAmount } from '../common'
import { endpoint } from '../endpoint'

/** Between own instruments, to an instrument of somebody else, to a bank account. */
export const PaymentKind = z.enum(['TRANSFER', 'SEND', 'WIRE'])
export type PaymentKind = z.infer<typeof PaymentKind>

/** One payment by itself, or the rows of a bulk. */
export const PaymentSource = z.enum(['SINGLE', 'BULK'])
export type PaymentSource = z.infer<typeof PaymentSource>

const thresholds = z
  .array(CurrencyAmount.extend({ amount: z.int().min(0) }))
  .min(1)
  .max(50)
  .refine((list) => new Set(list.map(({ currency }) => currency)).size === list.length, 'a currency stands once')

/**
 * When a payment needs a second person: all conditions of a rule together, any rule by itself. What is left out asks
 * nothing. A currency that a list of amounts does not name is not reached by that rule.
 */
export const ApprovalRuleInput = z.object({
  name: z.string().trim().min(1).max(80),
  kinds: z.array(PaymentKind).min(1).max(3).optional(),
  source: PaymentSource.optional(),
  /** One payment, or one row of a bulk, of at least this in its currency. */
  amountAtLeast: thresholds.optional(),
  /** All rows of a bulk together, per currency; a single payment is its own total. */
  totalAtLeast: thresholds.optional(),
  /** The payee was never paid through this console by this identity. With an amount: that same row. */
  firstTimeBeneficiary: z.literal(true).optional(),
})
export type ApprovalRuleInput = z.infer<typeof ApprovalRuleInput>

export const ApprovalRule = ApprovalRuleInput.extend({
  id: z.uuid(),
  createdAt: z.int(),
  changedAt: z.int(),
  /** Who wrote it last. */
  changedBy: z.string(),
})
export type ApprovalRule = z.infer<typeof ApprovalRule>

/** How long a proposal waits before it expires. */
export const ApprovalSettings = z.object({ expiryHours: z.int().min(1).max(720) })
export type ApprovalSettings = z.infer<typeof ApprovalSettings>

const approvals = { section: 'proposals', auth: 'token', permission: 'approvals.manage' } as const
const params = z.object({ id: z.uuid() })

/** The identity's rules, oldest first. Whoever waits for another person may know why, so seeing them needs less. */
export const approvalRulesGet = endpoint({
  ...approvals,
  id: 'approvalRulesGet',
  summary: 'List approval rules',
  method: 'GET',
  path: '/approval-rules',
  permission: 'proposals.view',
  responses: {
    200: z.object({
      rules: z.array(ApprovalRule),
      settings: ApprovalSettings,
      /** Somebody besides the person who asks may decide. Where nobody may, what they make can only expire. */
      otherApprover: z.boolean(),
    }),
  },
})

/** A rule holds for payments that are made after it. */
export const approvalRuleCreate = endpoint({
  ...approvals,
  id: 'approvalRuleCreate',
  summary: 'Add an approval rule',
  method: 'POST',
  path: '/approval-rules',
  body: ApprovalRuleInput,
  responses: { 201: ApprovalRule },
  errors: { 409: ['NAME_TAKEN', 'TOO_MANY_RULES'] },
})

export const approvalRuleUpdate = endpoint({
  ...approvals,
  id: 'approvalRuleUpdate',
  summary: 'Change an approval rule',
  method: 'PATCH',
  path: '/approval-rules/{id}',
  params,
  body: ApprovalRuleInput.extend({
    /** The `changedAt` that the person saw. */
    seen: z.int(),
  }),
  responses: { 200: ApprovalRule },
  errors: { 409: ['NAME_TAKEN', 'RULE_CHANGED'] },
})

/** Proposals that wait because of it go on waiting. */
export const approvalRuleDelete = endpoint({
  ...approvals,
  id: 'approvalRuleDelete',
  summary: 'Remove an approval rule',
  method: 'DELETE',
  path: '/approval-rules/{id}',
  params,
  responses: { 204: null },
})

export const approvalSettingsUpdate = endpoint({
  ...approvals,
  id: 'approvalSettingsUpdate',
  summary: 'Set how long proposals wait',
  method: 'PATCH',
  path: '/approval-settings',
  body: ApprovalSettings,
  responses: { 200: ApprovalSettings },
})
