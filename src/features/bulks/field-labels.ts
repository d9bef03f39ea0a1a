import type { FieldId } from './forms/transfer-fields'
import { t } from './text'

/** Names of the fields as headings and labels have them. */
export const fieldLabels: Record<FieldId, string> = {
  source: t('fieldSource'),
  destination: t('fieldDestination'),
  amount: t('fieldAmount'),
  currency: t('fieldCurrency'),
  description: t('fieldDescription'),
  tag: t('fieldTag'),
  scheduledAt: t('fieldScheduled'),
}
