import { Notice } from '@/components/feedback/notice'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { columnLetter } from '@/lib/csv/column-letter'
import { fieldLabels } from '../field-labels'
import { assignColumn, type Mapping, mappingEntries, missingFields } from '../forms/match-columns'
import { fieldName } from '../forms/say-problem'
import { type FieldId, requiredFields, transferFields } from '../forms/transfer-fields'
import type { OpenedFile } from '../import/protocol'
import { t } from '../text'
import { DecimalMarkQuestion } from './decimal-mark-question'

type Props = {
  file: OpenedFile
  onMapping: (mapping: Mapping) => void
  onMark: (mark: OpenedFile['decimalMark']) => void
  onContinue: () => void
}

/** Which column is what. A known file never comes here unless the person does. */
export function ColumnsStep({ file, onMapping, onMark, onContinue }: Props) {
  const missing = missingFields(file.mapping)
  const held = new Map(mappingEntries(file.mapping).map(([field, column]) => [column, field]))

  const choose = (column: number, value: string) => {
    const assigned = assignColumn(
      file.mapping,
      column,
      transferFields.find((f) => f === value),
    )
    if (assigned.ok) onMapping(assigned.mapping)
  }

  return (
    <div>
      {missing.length > 0 && (
        <Notice
          tone="wait"
          title={t('missingTitle', { fields: missing.map((field) => fieldLabels[field]).join(', ') })}
          className="mb-5"
        >
          {t('missingText')}
        </Notice>
      )}
      {(file.askDecimalMark || file.doubtfulAmounts.length > 0) && <DecimalMarkQuestion file={file} onMark={onMark} />}
      <p className="mb-3 text-ink-soft">{t('columnsIntro')}</p>
      <table className="ledger">
        <caption className="sr-only">{t('columnsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('columnHeader')}</th>
            <th scope="col">{t('samples')}</th>
            <th scope="col">{t('holds')}</th>
          </tr>
        </thead>
        <tbody>
          {file.columns.map((column) => (
            <tr key={column.column}>
              <td className="ledger-p2 text-ink-soft" data-label={t('column')}>
                {columnLetter(column.column)}
              </td>
              <td className="ledger-p1" data-label={t('columnHeader')}>
                {column.header}
              </td>
              <td className="ledger-p2" data-label={t('samples')}>
                <ul className="text-ink-soft text-small">
                  {column.samples.map((sample, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: samples may repeat, and never change their order
                    <li key={i} className="max-w-64 truncate">
                      {sample}
                    </li>
                  ))}
                </ul>
              </td>
              <td className="ledger-p2" data-label={t('holds')}>
                <div>
                  <FieldSelect
                    label={`${t('column')} ${columnLetter(column.column)}, ${column.header}: ${t('holds')}`}
                    value={held.get(column.column)}
                    mapping={file.mapping}
                    column={column.column}
                    onChoose={(value) => choose(column.column, value)}
                  />
                  <Remark column={column} value={held.get(column.column)} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button
        variant="primary"
        className="mt-6"
        disabled={missing.length > 0 || file.askDecimalMark}
        onClick={onContinue}
      >
        {t('continue')}
      </Button>
    </div>
  )
}

type SelectProps = {
  label: string
  value: FieldId | undefined
  mapping: Mapping
  column: number
  onChoose: (value: string) => void
}

/** A field that another column has cannot be chosen, and says who has it: the person frees it there first. */
function FieldSelect({ label, value, mapping, column, onChoose }: SelectProps) {
  return (
    <Select
      aria-label={label}
      value={value ?? ''}
      onChange={(e) => onChoose(e.target.value)}
      className="w-full sm:w-72"
    >
      <option value="">{t('nothing')}</option>
      {transferFields.map((field) => {
        const holder = mapping[field]
        const taken = holder !== undefined && holder !== column
        const name = requiredFields.includes(field)
          ? `${fieldLabels[field]} (${t('requiredMark')})`
          : fieldLabels[field]
        return (
          <option key={field} value={field} disabled={taken}>
            {taken ? t('fieldTaken', { field: fieldLabels[field], column: columnLetter(holder) }) : name}
          </option>
        )
      })}
    </Select>
  )
}

function Remark({ column, value }: { column: OpenedFile['columns'][number]; value: FieldId | undefined }) {
  const text = remark(column, value)
  return text && <p className="mt-1 max-w-72 text-small text-wait">{text}</p>
}

function remark({ doubt, how, field, header }: OpenedFile['columns'][number], value: FieldId | undefined) {
  if (how === 'near' && field === value) return t('near')
  if (!doubt || value) return undefined
  const column = columnLetter(doubt.other)
  if (doubt.kind === 'SAME_HEADER') return t('doubtSame', { header, column })
  return t('doubtTaken', { field: fieldName(doubt.field), column })
}
