import type { Delimiter } from '@/lib/csv/sniff-delimiter'
import { t } from './text'

export const separatorNames: Record<Delimiter, string> = {
  ',': t('comma'),
  ';': t('semicolon'),
  '\t': t('tab'),
  '|': t('bar'),
}
