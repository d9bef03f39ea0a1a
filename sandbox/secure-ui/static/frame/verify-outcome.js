import { button, el } from './verify-parts.js'
import { readable } from './verify-words.js'

/** The screen after the submission, where whoever tries the sandbox plays the reviewer. */
export function decision({ words, decide, leave }) {
  const reason = el(
    'select',
    { id: 'reason' },
    words.reasons.map((code) => el('option', { value: code }, readable(code))),
  )
  const comment = el('textarea', { id: 'comment', rows: '2', maxlength: '200' })
  const say = (outcome) => () => decide(outcome, { reason: reason.value, comment: comment.value.trim() })
  return {
    heading: 'Submitted for review',
    body: [
      el(
        'p',
        {},
        'A reviewer of the institution now looks at it. For a person this takes minutes, for a company days.',
      ),
      el(
        'section',
        { class: 'reviewer', 'aria-labelledby': 'reviewer' },
        el('h2', { id: 'reviewer' }, 'Play the reviewer'),
        el('p', {}, 'This part is there in the sandbox only.'),
        el('div', { class: 'buttons' }, button('Approve', say('APPROVED'), 'main'), button('Leave in review', leave)),
        el('h3', {}, 'Or send it back'),
        el('div', { class: 'row' }, el('label', { for: 'reason' }, 'Reason'), reason),
        el('div', { class: 'row' }, el('label', { for: 'comment' }, 'Note to the customer (optional)'), comment),
        el(
          'div',
          { class: 'buttons' },
          button('Ask for documents', say('DOCUMENTS_REQUESTED')),
          button('Reject for good', say('REJECTED'), 'quiet bad'),
        ),
      ),
    ],
    actions: [],
  }
}

const screens = {
  APPROVED: ['Approved', 'Everything was found in order. There is nothing more to do here.', 'good'],
  REJECTED: ['Rejected', 'The application was turned down. It cannot be submitted again.', 'bad'],
  PENDING_REVIEW: ['In review', 'Nothing to do for now. You will hear when the review has ended.', 'wait'],
  INITIATED: [
    'More documents are needed',
    'The reviewer has sent it back. Start the verification again from the page you came from.',
    'wait',
  ],
}

/** How it ended. */
export function result({ status, reasons = [], comment }) {
  const [heading, sentence, kind] = screens[status] ?? screens.PENDING_REVIEW
  return {
    heading,
    kind,
    body: [
      el('p', {}, sentence),
      reasons.length > 0 ? el('p', {}, `Reason: ${reasons.map(readable).join('; ')}.`) : undefined,
      comment ? el('p', {}, `Note from the reviewer: ${comment}`) : undefined,
    ],
    actions: [],
  }
}
