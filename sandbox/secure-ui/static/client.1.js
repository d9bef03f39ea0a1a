import { createInput, newGroup } from './core/input.js'
import { createSpan } from './core/span.js'
import { isAssociated, session, setUserToken } from './core/user.js'
import { createVerification } from './core/verification.js'

/** The interface of the vendor's script of this name. */

function form() {
  const group = newGroup()
  const fields = new Map()
  return {
    input(name, kind, options) {
      const field = createInput(group, name, kind, options)
      fields.set(name, field)
      return field.input
    },
    /** Calls `done` with the tokens by the names of the fields, or `failed` when one of them could not be had. */
    tokenize(done, failed = () => {}) {
      const wanted = [...fields].map(async ([name, field]) => [name, await field.tokenize()])
      Promise.all(wanted).then((tokens) => done(Object.fromEntries(tokens)), failed)
    },
  }
}

/** The listener of companies and directors hears the four types of the vendor's component. */
const companyCheck = (expected) => () => ({
  init(selector, { reference }, listener = () => {}, options = {}) {
    const types = { step: 'step_change', submitted: 'complete', outcome: 'step_change' }
    const tell = (event, detail) =>
      listener(types[event] ?? event, { ...(event === 'outcome' && { step: event }), ...detail })
    return createVerification(expected, reference, options, tell).mount(selector)
  },
})

const consumerCheck = () => ({
  init({ selector, reference, onMessage = () => {}, onError = () => {}, ...options }) {
    const messages = { APPROVED: 'kycApproved', REJECTED: 'kycRejected', INITIATED: 'kycRejected' }
    const tell = (event, detail) => {
      if (event === 'error') onError(detail)
      else if (event === 'submitted') onMessage('kycSubmitted', detail)
      else if (event === 'outcome' && messages[detail.status]) onMessage(messages[detail.status], detail)
    }
    return createVerification('consumer', reference, options, tell).mount(selector)
  },
})

window.OpcUxSecureClient = {
  /** Fonts are not loaded: the frames ask nobody but their own server for anything. */
  init(key) {
    session.uiKey = String(key)
  },
  form,
  span: createSpan,
  associate: setUserToken,
  setUserToken,
  isAssociated,
  kyb: companyCheck('company'),
  kyc: companyCheck('director'),
  consumer_kyc: consumerCheck,
}
