import { renderToString } from 'react-dom/server'
import { SignInPage } from '@/features/access/pages/sign-in-page'

const nothing = () => undefined

/** The sign-in page as HTML, as it looks before anybody has done anything. */
export const renderSignIn = (): string => renderToString(<SignInPage onTyping={nothing} onSignedIn={nothing} />)
