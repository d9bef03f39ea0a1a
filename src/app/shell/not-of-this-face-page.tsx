import { Link } from '@tanstack/react-router'
import { Page } from '@/components/layout/page'
import { buttonClass } from '@/components/ui/button'
import { useWords } from '@/lib/faces'
import { t } from './text'

/** An address of the other face: it exists, and nobody of this identity will ever have it. */
export function NotOfThisFacePage() {
  const say = useWords(t)
  return (
    <Page title={say('otherFace.title')} narrow>
      <p className="text-ink-soft">{say('otherFace.text')}</p>
      <Link to="/" className={buttonClass({ variant: 'primary', className: 'mt-6' })}>
        {say('home')}
      </Link>
    </Page>
  )
}
