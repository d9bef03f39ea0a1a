import { Link } from '@tanstack/react-router'
import type { Permission } from '#contract/permissions'
import { useAccess } from '@/api/access'
import { useFace } from '@/api/face'
import { Page } from '@/components/layout/page'
import { buttonClass } from '@/components/ui/button'
import { useWords } from '@/lib/faces'
import { t } from './shell/text'

/** An address that exists and is not for this person: no error, only a door that somebody else has the key to. */
export function NotAllowedPage({ permission }: { permission: Permission }) {
  const { whyNot } = useAccess()
  const say = useWords(t)
  const face = useFace()
  return (
    <Page title={say('notAllowed.title')} narrow>
      <p className="text-ink-soft">{whyNot(permission)}</p>
      <div className="mt-6 flex flex-wrap gap-2">
        <Link to="/" className={buttonClass({ variant: 'primary' })}>
          {say('home')}
        </Link>
        {face === 'company' && (
          <Link to="/my-role" className={buttonClass({})}>
            {say('notAllowed.myRole')}
          </Link>
        )}
      </div>
    </Page>
  )
}
