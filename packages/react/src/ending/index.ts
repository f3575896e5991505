/** What stands below the questions and comes after them, as one module that is loaded while the questions are drawn. */
export { HelpContacts } from './help-contacts.tsx';
export { Scores } from './scores.tsx';
export { SendingBar } from './sending-bar.tsx';
export { ThankYou } from './thank-you.tsx';
