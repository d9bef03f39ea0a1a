import * as z from 'zod'
import type { Args } from '#contract/endpoint'
import { type ManagedAccount, managedAccountCreate, type managedAccountUpdate } from '#contract/managed-accounts'
import { t } from '../text'

/** What is typed: text throughout, trimmed. Limits are those of the contract. */
const friendlyName = z
  .string()
  .trim()
  .min(1, { error: () => t('nameEmpty') })
  .max(50, { error: () => t('nameLong') })
const tag = z
  .string()
  .trim()
  .max(50, { error: () => t('tagLong') })
  .regex(/^[a-zA-Z0-9_-]*$/, { error: () => t('tagCharacters') })

export const newAccountForm = z.object({
  friendlyName,
  currency: z.string().refine((value) => managedAccountCreate.body.shape.currency.safeParse(value).success, {
    error: () => t('currencyEmpty'),
  }),
  tag,
})
export type NewAccountForm = z.infer<typeof newAccountForm>

/** The API has no way to take a tag away, so one that is there can only be replaced. */
export const editAccountForm = (account: Pick<ManagedAccount, 'tag'>) =>
  z.object({ friendlyName, tag: tag.refine((text) => text !== '' || !account.tag, { error: () => t('tagKept') }) })
export type EditAccountForm = z.infer<ReturnType<typeof editAccountForm>>

export function toCreateRequest(form: NewAccountForm, profileId: string): Args<typeof managedAccountCreate>['body'] {
  const { friendlyName: name, currency, tag: label } = newAccountForm.parse(form)
  return { profileId, friendlyName: name, currency, ...(label ? { tag: label } : {}) }
}

/** Sends only what was changed. */
export function toUpdateRequest(
  form: EditAccountForm,
  account: ManagedAccount,
): Args<typeof managedAccountUpdate>['body'] {
  const { friendlyName: name, tag: label } = editAccountForm(account).parse(form)
  return {
    ...(name === account.friendlyName ? {} : { friendlyName: name }),
    ...(label === '' || label === account.tag ? {} : { tag: label }),
  }
}
