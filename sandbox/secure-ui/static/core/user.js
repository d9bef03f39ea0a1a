import { failure } from './events.js'
import { createFrame } from './frame.js'

/** Whose programme and whose session this page works for. */
export const session = { uiKey: '', userToken: undefined }

/**
 * Takes the token of the person who is signed in, asks the secure origin whether it is worth anything, and calls `done`
 * or `failed` with what it says. Nothing (`null`) takes it back.
 */
export function setUserToken(token, done = () => {}, failed = () => {}) {
  session.userToken = token ? String(token) : undefined
  if (!session.userToken) return done()
  const frame = createFrame('session', {
    hello: () => ({ uiKey: session.uiKey }),
    heard: ({ event }) => event === 'ready' && check(),
    lost: (error) => answer(failed, error),
    dress: (element) => {
      element.hidden = true
      element.title = 'Secure session'
    },
  })
  const answer = (tell, ...words) => {
    frame.unmount()
    tell(...words)
  }
  const check = () =>
    frame.ask({ do: 'check', userToken: String(token) }).then(
      () => answer(done),
      (error) => {
        // A later token may have taken its place.
        if (session.userToken === String(token)) session.userToken = undefined
        answer(failed, failure(error.code))
      },
    )
  frame.mount(document.body)
}

export const isAssociated = () => session.userToken !== undefined
