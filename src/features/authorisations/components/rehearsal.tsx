import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RuleList } from '#contract/console/authorisation-rules'
import type { Rehearsal as Result } from '#contract/console/authorisations'
import type { Column } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { ErrorView } from '@/components/feedback/error-view'
import { Instant } from '@/components/feedback/instant'
import { Money } from '@/components/feedback/money'
import { Section } from '@/components/layout/section'
import { Button } from '@/components/ui/button'
import { Label } from '@/components/ui/label'
import { Select } from '@/components/ui/select'
import { useRehearse } from '../mutations'
import { t } from '../text'
import { Action } from './decision'

type Difference = Result['differences'][number]

const columns: readonly Column<Difference>[] = [
  {
    id: 'payment',
    header: t('payment'),
    always: true,
    priority: 1,
    cell: ({ authorisation: { id, party, kind } }) => (
      <Link to="/authorisations/$authorisationId" params={{ authorisationId: id }} className="underline">
        {party || t(kind)}
      </Link>
    ),
  },
  {
    id: 'amount',
    header: t('amount'),
    align: 'end',
    always: true,
    priority: 1,
    cell: ({ authorisation }) => <Money value={authorisation.amount} />,
  },
  { id: 'was', header: t('was'), priority: 2, cell: ({ was }) => <Action action={was} /> },
  { id: 'wouldBe', header: t('wouldBe'), priority: 2, cell: ({ outcome }) => <Action action={outcome.action} /> },
  {
    id: 'because',
    header: t('because'),
    priority: 2,
    cell: ({ outcome: { rule } }) => (rule ? t('byRule', rule) : t('byUnmatched')),
  },
  { id: 'when', header: t('when'), priority: 2, cell: ({ authorisation }) => <Instant at={authorisation.at} /> },
]

/** What the rules would have decided in the past, before they are in force. */
export function Rehearsal({ list }: { list: RuleList }) {
  const rehearse = useRehearse()
  const [last, setLast] = useState('500')
  return (
    <Section title={t('rehearsal')}>
      <p className="mb-3 text-ink-soft">{t('rehearsalText')}</p>
      <div className="flex flex-wrap items-end gap-3">
        <div className="flex flex-col gap-1">
          <Label htmlFor="rehearse-last">{t('rehearseLast')}</Label>
          <Select id="rehearse-last" value={last} onChange={(event) => setLast(event.target.value)}>
            {[100, 500, 2000].map((count) => (
              <option key={count} value={count}>
                {t('lastOf', { count })}
              </option>
            ))}
          </Select>
        </div>
        <Button
          busy={rehearse.isPending}
          onClick={() => rehearse.mutate({ body: { rules: list.rules, defaults: list.defaults, last: Number(last) } })}
        >
          {t('rehearse')}
        </Button>
      </div>
      {rehearse.error && <ErrorView error={rehearse.error} />}
      <div aria-live="polite" className="mt-4">
        {rehearse.data && <p>{t('rehearsed', { looked: rehearse.data.looked, different: rehearse.data.different })}</p>}
      </div>
      {rehearse.data && rehearse.data.looked > 0 && <Outcome result={rehearse.data} />}
    </Section>
  )
}

function Outcome({ result: { was, wouldBe, different, differences } }: { result: Result }) {
  const lines = [
    { action: 'APPROVE', before: was.approved, after: wouldBe.approved },
    { action: 'DECLINE', before: was.declined, after: wouldBe.declined },
    { action: 'ASK', before: was.asked, after: wouldBe.asked },
  ] as const
  return (
    <>
      <table className="mt-3 mb-6 w-full max-w-sm">
        <caption className="sr-only">{t('countsCaption')}</caption>
        <thead>
          <tr className="border-ink border-b text-left text-small">
            <th scope="col" className="py-1 font-medium">
              {t('decision')}
            </th>
            <th scope="col" className="text-right font-medium">
              {t('was')}
            </th>
            <th scope="col" className="text-right font-medium">
              {t('wouldBe')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-rule">
          {lines.map(({ action, before, after }) => (
            <tr key={action}>
              <th scope="row" className="py-1 text-left font-normal">
                <Action action={action} />
              </th>
              <td className="figures text-right">{before}</td>
              <td className="figures text-right">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {different > 0 && (
        <DataTable
          caption={t('differencesCaption')}
          view="rehearsal"
          columns={columns}
          rows={differences}
          getRowId={({ authorisation }) => authorisation.id}
          status="ready"
          empty={null}
        />
      )}
      {different > differences.length && (
        <p className="mt-2 text-ink-soft text-small">{t('onlyNewest', { count: differences.length })}</p>
      )}
      <p className="mt-2 text-ink-soft text-small">{t('velocityNote')}</p>
    </>
  )
}
