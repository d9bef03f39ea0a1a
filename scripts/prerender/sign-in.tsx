import { renderToString } from 'react-dom/server'
import { Mark } from '@/components/layout/brand-mark'
import { SignInPage } from '@/features/access/pages/sign-in-page'

import { pretendPageConfig } from '@/lib/page-config'
import { optionalParts } from './optional-parts'

const nothing = () => undefined

/** Everything is there, as a sign that the gateway replaces; what a programme has not got is left out there. */
const brand = {
  name: '__BRAND_NAME__',
  logo: '__BRAND_LOGO__',
  supportEmail: '__BRAND_SUPPORT_EMAIL__',
  termsUrl: '__BRAND_TERMS_URL__',
  privacyUrl: '__BRAND_PRIVACY_URL__',
  legalName: '__BRAND_LEGAL_NAME__',
  legalNotice: '__BRAND_LEGAL_NOTICE__',
}

/** The sign-in page as HTML, as it looks before anybody has done anything, for whomever it will be. */
export function renderSignIn(): string {
  pretendPageConfig({ brand, registrations: ['CORPORATE', 'CONSUMER'] })
  const page = renderToString(<SignInPage onTyping={nothing} onSignedIn={nothing} onStep={nothing} onGo={nothing} />)
  return optionalParts(page, { logo: renderToString(<Mark />) })
}
