import type { ApiProblem, FieldError } from '../api/request.ts';
import type { Words } from '../language-context.ts';

/** What staff read about a request that was refused, by the code of the problem. */
interface ProblemWords {
  readonly byCode: Readonly<Record<string, string>>;
  /** about one field, by the code of the entry */
  readonly fields: Readonly<Record<string, string>>;
  readonly unreachable: string;
  readonly other: string;
}

export const problemWords: Words<ProblemWords> = {
  en: {
    unreachable: 'The server cannot be reached. Nothing was changed; please try again.',
    other: 'This did not work, and nothing was changed.',
    byCode: {
      'sign-in-failed': 'This did not sign you in. Check the e-mail address and the password.',
      'sign-in-again': 'For this, sign in again: it was too long ago.',
      'too-many-requests': 'Too many tries. Wait a little and try again.',
      forbidden: 'Your account may not do that.',
      'study-not-ready': 'Something is still missing before the study can start.',
      'study-state': 'The study is in a state in which this cannot be done.',
      'wave-state': 'The wave is in a state in which this cannot be done.',
      'in-use': 'Something else needs this: an invitation that was made already, or a team below it.',
      'email-taken': 'There is an account with this e-mail address already.',
      'last-owner': 'Somebody has to stay who may manage accounts.',
      'last-way-in': 'This is the only way into your account. Set a password first.',
      'set-up-done': 'This server is set up already. Sign in instead.',
      'passkeys-unavailable': 'Passkeys need an address with a name and not a number.',
      'link-not-valid': 'This link is not valid any more: it was used, is too old, or was replaced by a newer one.',
      'invalid-request': 'Something does not fit yet. Please look at the notes.',
      'body-too-large': 'This is too much at once.',
      busy: 'The server has too much to do at this moment. Nothing was stored; please try again.',
      'internal-error': 'Something went wrong on the server. Nothing was stored; please try again.',
      'storage-unavailable': 'This could not be stored just now. Please try again.',
    },
    fields: {
      'password-too-short': 'The password needs at least 12 characters.',
      'password-too-long': 'The password has more than 256 characters.',
      'password-guessable': 'This password is made of what is guessed first. Add other words.',
      'password-not-text': 'The password holds half a character.',
      'passkey-not-accepted': 'The passkey was not accepted. Please try again.',
    },
  },
  cs: {
    unreachable: 'Server není dostupný. Nic se nezměnilo; zkuste to prosím znovu.',
    other: 'Tohle se nepovedlo a nic se nezměnilo.',
    byCode: {
      'sign-in-failed': 'Přihlášení se nezdařilo. Zkontrolujte e-mail a heslo.',
      'sign-in-again': 'K tomuto kroku se přihlaste znovu: poslední přihlášení je příliš dávné.',
      'too-many-requests': 'Příliš mnoho pokusů. Chvíli počkejte a zkuste to znovu.',
      forbidden: 'Tohle váš účet nesmí.',
      'study-not-ready': 'Než bude možné studii zahájit, ještě něco chybí.',
      'study-state': 'V tomto stavu studie to nejde.',
      'wave-state': 'V tomto stavu vlny to nejde.',
      'in-use': 'Něco jiného to potřebuje: už vytvořená pozvánka, nebo podřízený tým.',
      'email-taken': 'Účet s touto e-mailovou adresou už existuje.',
      'last-owner': 'Někdo, kdo smí spravovat účty, musí zůstat.',
      'last-way-in': 'Tohle je jediná cesta do vašeho účtu. Nejdřív si nastavte heslo.',
      'set-up-done': 'Tento server už je nastaven. Přihlaste se.',
      'passkeys-unavailable': 'Přístupové klíče potřebují adresu se jménem, ne s číslem.',
      'link-not-valid': 'Tento odkaz už neplatí: byl použit, je příliš starý, nebo ho nahradil novější.',
      'invalid-request': 'Něco ještě nesedí. Podívejte se prosím na poznámky.',
      'body-too-large': 'Tohle je najednou příliš mnoho.',
      busy: 'Server má právě příliš práce. Nic se neuložilo; zkuste to prosím znovu.',
      'internal-error': 'Na serveru se něco pokazilo. Nic se neuložilo; zkuste to prosím znovu.',
      'storage-unavailable': 'Právě se to nepodařilo uložit. Zkuste to prosím znovu.',
    },
    fields: {
      'password-too-short': 'Heslo potřebuje alespoň 12 znaků.',
      'password-too-long': 'Heslo má víc než 256 znaků.',
      'password-guessable': 'Heslo je složeno z toho, co se hádá nejdřív. Přidejte jiná slova.',
      'password-not-text': 'Heslo obsahuje polovinu znaku.',
      'passkey-not-accepted': 'Přístupový klíč nebyl přijat. Zkuste to prosím znovu.',
      'invalid-value': 'Tato hodnota nesedí.',
      'unknown-parent': 'Nadřazený tým není ani id, ani jméno žádného týmu.',
      'missing-id': 'Je potřeba id: jméno neobsahuje latinské písmeno, ze kterého by šlo odvodit.',
      'duplicate-id': 'Toto id už je na jiném řádku.',
      'malformed-csv': 'Tento řádek není platné CSV.',
      'unknown-column': 'Neznámý sloupec; možné jsou id, name, parent, setting.',
      'duplicate-column': 'Sloupec je tu dvakrát.',
      'missing-column': 'Chybí sloupec name se jménem týmu.',
      empty: 'Chybí řádky s týmy.',
      'too-many': 'Příliš mnoho týmů.',
      cycle: 'Tým by byl nadřazen sám sobě.',
      'missing-wording': 'Chybí znění v některém z jazyků studie.',
      'unknown-instrument': 'Tento dotazník tu není nainstalován.',
      missing: 'Chybí.',
    },
  },
};

/** The sentence for a refusal, in the reader's language where there is one. */
export function problemText(problem: ApiProblem | undefined, words: ProblemWords): string {
  if (problem === undefined) return words.unreachable;
  return words.byCode[problem.code] ?? words.other;
}

/** The sentence about one field; what no catalogue knows is said in the server's own words. */
export function fieldErrorText({ code, message }: FieldError, words: ProblemWords): string {
  return words.fields[code] ?? message;
}
