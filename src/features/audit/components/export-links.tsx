import { Download } from 'lucide-react'
import type { AuditFilters } from '#contract/console/audit'
import { auditExportUrl } from '@/api/queries/audit'
import { buttonClass } from '@/components/ui/button'
import { t } from '../text'

/** The filtered lines as files. Links, so that a large file goes to the disk as it comes and never through the page. */
export function ExportLinks({ filters }: { filters: AuditFilters }) {
  return (['csv', 'json'] as const).map((format) => (
    <a key={format} href={auditExportUrl(filters, format)} download className={buttonClass({})}>
      <Download aria-hidden />
      {t(format === 'csv' ? 'exportCsv' : 'exportJson')}
    </a>
  ))
}
