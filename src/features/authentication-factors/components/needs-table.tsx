import { useWords } from '@/lib/faces'
import { t } from '../text'

const rows = ['signIn', 'stepUp', 'payment', 'link', 'password'] as const

/** What a person is asked for, and when. Short, and no more than is known. */
export function NeedsTable() {
  const say = useWords(t)
  return (
    <>
      <table className="w-full border-ink border-t text-left">
        <caption className="sr-only">{t('needs.caption')}</caption>
        <thead className="max-sm:sr-only">
          <tr className="border-rule border-b text-ink-soft text-small">
            <th scope="col" className="py-2 pr-6 font-normal">
              {t('needs.deed')}
            </th>
            <th scope="col" className="py-2 font-normal">
              {t('needs.proof')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-rule border-rule border-b">
          {rows.map((row) => (
            <tr key={row} className="align-top max-sm:block max-sm:py-2">
              <th scope="row" className="py-2 pr-6 font-normal max-sm:block max-sm:pb-0 sm:w-1/2">
                {say(`needs.${row}`)}
              </th>
              <td className="py-2 text-ink-soft max-sm:block max-sm:pt-0">{t(`needs.${row}.proof`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 max-w-prose text-ink-soft text-small">{t('needs.note')}</p>
    </>
  )
}
