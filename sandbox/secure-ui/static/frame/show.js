import { ask } from './ask.js'
import { awaitPage } from './channel.js'
import { dress } from './dress.js'

/** Shows one value of a card. It is read here, marked and copied here, and never told to the page around. */
const kinds = { cardNumber: 'cardNumber', cvv: 'cvv', cardPin: 'pin', pin: 'pin' }
const output = document.querySelector('output')

async function begin({ kind, token, uiKey, userToken }, port) {
  port.onmessage = ({ data }) => data.do === 'look' && dress(data.look)
  port.postMessage({ event: 'ready' })
  try {
    const { value } = await ask('reveals', { uiKey, userToken }, { kind: kinds[kind], token })
    show(kinds[kind], value)
    port.postMessage({ event: 'shown' })
  } catch (error) {
    output.textContent = 'Not available'
    port.postMessage({ event: 'error', detail: { code: error.message, message: sentences[error.message] } })
  }
}

const sentences = {
  NOT_ASSOCIATED: 'Nobody is signed in for this page: call associate with the token of the session first.',
  STEP_UP_REQUIRED: 'The session has not been stepped up.',
  TOKEN_EXPIRED: 'This token has been shown already, or is too old: read the card again.',
  TOKEN_NOT_FOUND: 'There is no such token for this person and this kind of value.',
  UI_KEY: 'The UI key is not the one of this programme.',
  NETWORK: 'The server of the secure components cannot be reached.',
}

/** A card number is read in groups of four and copied without the gaps. */
function show(kind, value) {
  output.textContent = kind === 'cardNumber' ? value.replace(/(.{4})(?=.)/g, '$1 ') : value
  document.addEventListener('copy', (event) => {
    event.preventDefault()
    event.clipboardData.setData('text/plain', String(getSelection()).replace(/\s/g, ''))
  })
}

awaitPage((hello) => Object.hasOwn(kinds, hello.kind) && typeof hello.token === 'string', begin)
