import type { Words } from '../../language-context.ts';

const en = {
  failures: {
    /** 409 */
    'not-shown':
      'The server does not show this here: too few people answered, some have taken their answers back, or the answers have been deleted because their time is over.',
    /** 422 */
    'not-possible':
      'This cannot be worked out for this choice: a wave is not closed, the scale was not asked, or there is too much to compare. Choose something else, or try again later.',
    /** 503, and too many requests */
    busy: 'The server is working on other requests. Wait a few seconds, then try again.',
    unreachable: 'The server cannot be reached: it may have been stopped, or the connection is gone. Nothing is lost.',
    other: 'The server could not answer. Where it happens again, tell those who run it.',
  },
};

type FailuresWords = typeof en;

const cs: FailuresWords = {
  failures: {
    'not-shown':
      'Tohle tu server neukazuje: odpovědělo příliš málo lidí, někdo vzal své odpovědi zpět, nebo už byly odpovědi po uplynutí doby smazány.',
    'not-possible':
      'Pro tento výběr to nelze spočítat: některá vlna není uzavřená, na škálu se neptalo, nebo by se toho porovnávalo příliš mnoho. Zvolte něco jiného, nebo to zkuste později.',
    busy: 'Server právě vyřizuje jiné požadavky. Počkejte několik sekund a zkuste to znovu.',
    unreachable: 'Server není dostupný: možná byl zastaven, nebo vypadlo spojení. O nic jste nepřišli.',
    other: 'Server nedokázal odpovědět. Pokud se to opakuje, dejte vědět těm, kdo se o něj starají.',
  },
};

/** Why a part of the page that is loaded by itself is not there, and what to do. */
export const failuresWords: Words<FailuresWords> = { en, cs };
