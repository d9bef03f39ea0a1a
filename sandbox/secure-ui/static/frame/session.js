import { ask } from './ask.js'
import { awaitPage } from './channel.js'

/** Tells a page whether the user token that it has handed over opens anything. */
awaitPage(
  () => true,
  ({ uiKey }, port) => {
    port.onmessage = async ({ data }) => {
      if (data.do !== 'check') return
      try {
        port.postMessage({ answer: data.id, value: await ask('sessions', { uiKey, userToken: data.userToken }, {}) })
      } catch (error) {
        port.postMessage({ answer: data.id, error: error.message })
      }
    }
    port.postMessage({ event: 'ready' })
  },
)
