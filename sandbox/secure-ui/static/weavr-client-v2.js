import { createInput, newGroup } from './core/input.js'
import { createSpan } from './core/span.js'
import { isAssociated, session, setUserToken } from './core/user.js'
import { createVerification } from './core/verification.js'

/** The interface of the vendor's newer script. */

/** Fields stand alone here: a repetition belongs to the field of its kind that was made last before it. */
const repeated = { confirmPassword: 'password', confirmPassCode: 'passCode' }
const groups = new Map()

function groupOf(kind) {
  const first = repeated[kind]
  const group = groups.get(first) ?? newGroup()
  if (!first) groups.set(kind, group)
  return group
}

const field = (kind) => (name, options) => {
  const group = groupOf(kind)
  const { input, tokenize } = createInput(group, name, kind, options)
  return Object.assign(input, { createToken: async () => ({ tokens: { [name]: await tokenize() } }) })
}

const check = (expected, word) => (reference) => {
  const messages = { APPROVED: `${word}Approved`, REJECTED: `${word}Rejected`, INITIATED: `${word}Rejected` }
  let component
  return {
    mount(target, { onMessage = () => {}, onError = () => {}, ...options } = {}) {
      component?.unmount()
      const tell = (event, detail) => {
        if (event === 'error') onError(detail)
        else if (event === 'submitted') onMessage(`${word}Submitted`, detail)
        else if (event === 'outcome' && messages[detail.status]) onMessage(messages[detail.status], detail)
        else if (event === 'step') onMessage('stepChange', detail)
        else if (event === 'close') onMessage('close', detail)
      }
      component = createVerification(expected, reference, options, tell)
      component.mount(target)
    },
    unmount: () => component?.unmount(),
    destroy: () => component?.destroy(),
  }
}

const components = {
  capture: {
    password: field('password'),
    confirmPassword: field('confirmPassword'),
    passCode: field('passCode'),
    confirmPassCode: field('confirmPassCode'),
    cardPin: field('cardPin'),
    corporateKyb: check('company', 'kyb'),
    beneficiariesKyc: check('director', 'kyc'),
    consumerKyc: check('consumer', 'kyc'),
  },
  display: {
    cardNumber: (token, options) => createSpan('cardNumber', token, options),
    cvv: (token, options) => createSpan('cvv', token, options),
    cardPin: (token, options) => createSpan('cardPin', token, options),
  },
  setUserToken,
}

window.weavr = {
  init(key) {
    session.uiKey = String(key)
    return components
  },
  setUserToken,
  isAssociated,
  ...components,
}
