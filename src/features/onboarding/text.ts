import { catalogue } from '@/lib/text'

/** What is said to a company on its way to being a customer, and, where that differs, to a person who comes for themselves. */
export const words = catalogue(
  'onboarding',
  {
    wizardTitle: 'Open an account for a company',
    step_password: 'Password',
    step_email: 'E-mail address',
    step_mobile: 'Phone',
    step_check: 'Verification',
    loading: 'Looking how far you are',
    notLoaded: 'We could not find out how far you are',

    alreadyTitle: 'You have a password here already',
    alreadyText:
      'The company is registered. You are known here under {email} from another company: sign in with the password you have, choose this company, and go on.',
    signIn: 'Sign in',
    otherTitle: 'You are signed in as {name}',
    otherText:
      'This page opens an account for a company. Sign out first; what you typed before stays in this browser tab only until then.',
    signOut: 'Sign out',
    toConsole: 'Go to my pages',
    closedTitle: 'This page is not open to your role',
    closedText: 'Whoever manages the company here sees how its verification stands.',

    passwordText: 'You are registered as {email}. Choose the password you will sign in with.',
    passwordWrongAddress:
      'If the address is mistyped, choose the password all the same: you can correct it on the next step.',
    passwordSet: 'Set the password',
    passwordNotSet: 'The password is not set',
    overTitle: 'This registration does not wait here any more',
    overText:
      'It waits an hour for its password, and in one browser only. If you went on elsewhere, sign in there or with the code from your e-mail. Otherwise register again: what you typed is still here.',
    overCode: 'Go on with the code',
    overRegister: 'Back to what I typed',
    anew: 'Register somebody else',
    anewTitle: 'Give this registration up?',
    anewText:
      'It cannot be gone on with then, and its e-mail address cannot be used for another one during the next hour.',
    anewConfirm: 'Give it up',
    anewKeep: 'Keep it',
    anewFailed: 'The registration could not be given up. Try again.',

    emailText:
      'With the code from the e-mail you confirm that the address is yours. A link in the same e-mail does it too, on any device: this page then goes on by itself.',
    emailChange: 'Change the address',
    emailChangeTitle: 'Change the e-mail address',
    emailNew: 'New e-mail address',
    emailNewHint: 'You will sign in with it from now on.',
    emailSave: 'Use this address',
    emailInvalid: 'Write an address like name@example.com.',
    emailChanged: 'The address is changed. Send a code to it.',
    keep: 'Keep it as it is',

    mobileText:
      'Whenever something needs your confirmation, we send a code to your phone. Confirm once that the number is yours.',
    mobileChange: 'Change the number',
    mobileChangeTitle: 'Change the number',
    mobileNew: 'New mobile number',
    mobileSave: 'Use this number',
    mobileChanged: 'The number is changed.',

    start: 'Verify the company',
    goOn: 'Go on with the verification',
    opening: 'The verification is being opened',
    startFailed: 'The verification could not be opened',
    screensClose: 'Go on later',
    screensNote:
      'You may close this and go on later. What has been submitted stays; what has not may have to be chosen again.',
    startTitle: 'The company has to be verified',
    startText:
      'The financial institution behind the accounts must know who its customers are. Have at hand the company’s documents, proof of its address, and your own passport or identity card. You can stop at any time and go on later.',
    goOnTitle: 'The verification is not finished',
    goOnText: 'It was opened and has not been submitted. Go on where you like: until then nobody looks at it.',
    closedScreens: 'You closed the verification before it was submitted. Nothing is lost; go on whenever you like.',
    sentBackTitle: 'The verification was sent back',
    sentBackText: 'Something has to be corrected or shown again. Then submit it once more.',
    unknownReasons:
      'If it was sent back to you, the reason was told in an e-mail or stands on the first page of the verification; this page was not told it.',
    reasons: 'What was found',
    comment: 'What the reviewer writes',
    reviewTitle: 'The verification is being looked at',
    reviewText:
      'It was submitted, and a person looks at it. There is nothing you need to do: the outcome appears here as soon as it is known. You may close this page and sign in again later.',
    approvedTitle: 'The company is verified',
    approvedText: 'That was all. You can open accounts now.',
    rejectedTitle: 'The company was not accepted',
    rejectedText: 'The decision is final, and the verification cannot be submitted again.',
    rejectedUnknown: 'This page was not told the reason.',
    support: 'If you think this is a mistake, write to',
    supportNobody: 'If you think this is a mistake, ask whoever offers you this service.',
    managedTitle: 'The verification is done for you',
    managedText:
      'The verification of this company has been taken over by the people of the financial institution. There is nothing you need to do here.',
    againTitle: 'New documents are asked for',
    againText: 'The company stays verified meanwhile, and you can go on working.',
    againReviewTitle: 'The new documents are being looked at',
    againReviewText:
      'There is nothing you need to do. The company stays verified meanwhile, and the outcome appears here.',
    againRejectedTitle: 'The new documents were not accepted',
    againRejectedText: 'The company is still verified from before. Ask support what has to be done.',
    documentExpired: 'A document that was shown runs out, or ran out, on {date}.',
    restriction: 'If no new one is accepted by {date}, the accounts can be used only in part.',
    notYoursEmail:
      '{name}, who registered the company, still has to confirm the e-mail address {email}. Nobody else can.',
    notYoursMobile: '{name}, who registered the company, still has to confirm their phone. Nobody else can.',
    newsNotLoaded: 'The reasons could not be read',

    linkTitle: 'Confirm an e-mail address',
    linkLead: 'With the code that was sent to it.',
    linkWho: 'Whose account is it?',
    linkCompany: 'A company’s',
    linkPerson: 'My own',
    linkEmail: 'E-mail address',
    linkCode: 'Six-digit code',
    linkCodeHint: 'From the latest e-mail. It is good for an hour.',
    linkSubmit: 'Confirm',
    linkSend: 'Send a new code',
    linkSent: 'If this address is registered and not confirmed yet, a code is on its way to it.',
    linkCodeInvalid: 'The code has six digits.',
    linkDoneTitle: 'The address is confirmed',
    linkSignInText: 'Go on where you registered, or sign in here with your password.',
    linkPasswordText: 'Choose your password to go on here.',
    linkPassword: 'Choose a password',
    linkSignedInText: 'That is done. Go on with the next step.',
    goOnStep: 'Go on',
  },
  {
    wizardTitle: 'Open your account',
    alreadyText: 'You are registered. Sign in as {email} with the password you have, and go on.',
    otherText:
      'This page opens an account for a person. Sign out first; what you typed before stays in this browser tab only until then.',
    toConsole: 'Go to my account',
    closedText: 'This can be seen only by whoever the account belongs to.',
    start: 'Verify my identity',
    startTitle: 'We have to know who you are',
    startText:
      'The law wants every bank to know its customers. Have your passport or identity card and proof of your address at hand. You can stop at any time and go on later.',
    reviewText:
      'It was submitted, and a person looks at it. There is nothing you need to do: the outcome appears here as soon as it is known. You may close this page and sign in again later.',
    approvedTitle: 'You are verified',
    approvedText: 'That was all. Your account is ready to be opened.',
    rejectedTitle: 'You were not accepted as a customer',
    managedText: 'Your verification has been taken over by our people. There is nothing you need to do here.',
    againText: 'You stay verified meanwhile, and can use your account as before.',
    againReviewText: 'There is nothing you need to do. You stay verified meanwhile, and the outcome appears here.',
    againRejectedText: 'You are still verified from before. Ask support what has to be done.',
    restriction: 'If no new one is accepted by {date}, your account can be used only in part.',
    notYoursEmail: '{name} still has to confirm the e-mail address {email}. Nobody else can.',
    notYoursMobile: '{name} still has to confirm their phone. Nobody else can.',
  },
)
