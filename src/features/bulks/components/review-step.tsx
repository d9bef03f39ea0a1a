import { Money } from '@/components/feedback/money'
import { Notice } from '@/components/feedback/notice'
import { Definitions } from '@/components/layout/definition-list'
import { Section } from '@/components/layout/section'
import { formatMoney } from '@/lib/money'
import type { CurrencyTotal, SourceTotal } from '../forms/add-up'
import type { OpenedFile, Summary } from '../import/protocol'
import { t } from '../text'
import { SubmitPanel } from './submit-panel'

type Props = { file: OpenedFile; summary: Summary; onSubmitted: (bulkId: string, rows: number) => void }

const count = new Intl.NumberFormat('en-GB')

/** What exactly will be handed over: rows, sums, and what the balances make of it. */
export function ReviewStep({ file, summary, onSubmitted }: Props) {
  return (
    <div>
      <Definitions
        items={[
          { term: t('reviewFile'), description: file.name },
          { term: t('reviewRows'), description: <span className="figures">{count.format(summary.totals.rows)}</span> },
          { term: t('reviewAside'), description: <span className="figures">{count.format(summary.aside)}</span> },
          {
            term: t('reviewWarnings'),
            description: <span className="figures">{count.format(summary.warningRows)}</span>,
          },
        ]}
      />
      {summary.shortfalls.map((short) => (
        <Notice key={short.account} tone="wait" title={t('shortTitle', { name: short.name })} className="mt-5">
          {t('shortText', {
            row: short.number,
            amount: formatMoney({ currency: short.currency, amount: short.by }),
            rows: short.rows,
          })}
        </Notice>
      ))}
      <Section title={t('totalsCurrency')}>
        <CurrencyTotals totals={summary.totals.currencies} />
      </Section>
      <Section title={t('totalsSource')}>
        <SourceTotals totals={summary.totals.sources} />
        <p className="mt-2 text-ink-soft text-small">{t('afterExplained')}</p>
      </Section>
      <SubmitPanel rows={summary.totals.rows} onSubmitted={onSubmitted} />
    </div>
  )
}

function CurrencyTotals({ totals }: { totals: readonly CurrencyTotal[] }) {
  return (
    <table className="ledger">
      <caption className="sr-only">{t('totalsCurrency')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('currency')}</th>
          <Head>{t('rows')}</Head>
          <Head>{t('smallest')}</Head>
          <Head>{t('largest')}</Head>
          <Head>{t('total')}</Head>
        </tr>
      </thead>
      <tbody>
        {totals.map(({ currency, rows, smallest, largest, amount }) => (
          <tr key={currency}>
            <td className="ledger-p1">{currency}</td>
            <Figure label={t('rows')}>{count.format(rows)}</Figure>
            <Figure label={t('smallest')}>
              <Money value={{ currency, amount: smallest }} />
            </Figure>
            <Figure label={t('largest')}>
              <Money value={{ currency, amount: largest }} />
            </Figure>
            <td className="ledger-p1 ledger-end">
              <Money value={{ currency, amount }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function SourceTotals({ totals }: { totals: readonly SourceTotal[] }) {
  return (
    <table className="ledger">
      <caption className="sr-only">{t('totalsSource')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('source')}</th>
          <Head>{t('rows')}</Head>
          <Head>{t('before')}</Head>
          <Head>{t('after')}</Head>
          <Head>{t('total')}</Head>
        </tr>
      </thead>
      <tbody>
        {totals.map(({ accountId, name, currency, rows, before, after, amount, scheduled }) => (
          <tr key={accountId}>
            <td className="ledger-p1">
              {name}
              {scheduled > 0 && (
                <span className="block font-normal text-ink-soft text-small">
                  {t('scheduledPart', { amount: formatMoney({ currency, amount: scheduled }) })}
                </span>
              )}
            </td>
            <Figure label={t('rows')}>{count.format(rows)}</Figure>
            <Figure label={t('before')}>
              <Money value={{ currency, amount: before }} />
            </Figure>
            <Figure label={t('after')}>
              <Money value={{ currency, amount: after }} className={after < 0 ? 'text-bad' : ''} />
            </Figure>
            <td className="ledger-p1 ledger-end">
              <Money value={{ currency, amount }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Head = ({ children }: { children: string }) => (
  <th scope="col" className="ledger-end">
    {children}
  </th>
)

const Figure = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <td className="ledger-p2 ledger-end" data-label={label}>
    {children}
  </td>
)
