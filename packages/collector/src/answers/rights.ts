import type { StudyView } from '../model/study.ts';

interface TwoLanguages {
  readonly en: string;
  readonly cs: string;
}

/** One kind of data: about whom, what, what for, and how long. */
export interface StoredData {
  readonly id: 'answers' | 'code' | 'other-answers' | 'invitations' | 'receipt' | 'accounts' | 'audit';
  readonly about: TwoLanguages;
  readonly stored: TwoLanguages;
  readonly purpose: TwoLanguages;
  readonly kept: TwoLanguages;
}

export interface Rights {
  /** what people who are asked should know first */
  readonly promises: readonly TwoLanguages[];
  readonly data: readonly StoredData[];
  /** what is not stored at all */
  readonly never: readonly TwoLanguages[];
  readonly withdrawal: TwoLanguages;
  /** how long answers are kept, and what becomes of them */
  readonly retention: TwoLanguages;
}

const text = (en: string, cs: string): TwoLanguages => ({ en, cs });

/**
 * What is stored about whom, as a page for anybody shows it: of one study with its own thresholds and periods, else in
 * general.
 */
export function rightsOf(study?: StudyView): Rights {
  const days = study?.retentionDays ?? null;
  const keptAnswers =
    study === undefined
      ? text(
          'As long as the study says, at most as long as the study itself.',
          'Tak dlouho, jak říká studie, nejdéle po dobu existence studie.',
        )
      : days === null
        ? text('As long as the study itself.', 'Po dobu existence studie.')
        : text(`${days} days after a wave has closed.`, `${days} dnů po skončení vlny.`);
  const retention =
    days === null
      ? text(
          `${keptAnswers.en} When the study is erased, all answers are deleted.`,
          `${keptAnswers.cs} Se smazáním studie se smažou všechny odpovědi.`,
        )
      : text(
          `Answers are deleted by themselves ${days} days after a wave has closed. Figures about groups that were shown before stay.`,
          `Odpovědi se ${days} dnů po skončení vlny samy smažou. Údaje o skupinách, které byly zveřejněny dříve, zůstávají.`,
        );
  const answers: StoredData = {
    id: 'answers',
    about: text('People who answer', 'Lidé, kteří odpovídají'),
    stored: text(
      'The answers to the questionnaires, their language, the wave, the team and the group, the day (not the time), how many seconds answering took, and, where it was asked, whether they may be used further.',
      'Odpovědi na dotazníky, jejich jazyk, vlna, tým a skupina, den (ne čas), kolik sekund odpovídání trvalo, a pokud se na to studie ptala, zda se smějí dále použít.',
    ),
    purpose: text(
      'Figures about groups of people, and, as the promises above say, analysis of the answers without team names, and without team and group where few share them.',
      'Údaje o skupinách lidí a, jak říkají sliby výše, rozbor odpovědí bez názvů týmů a bez týmu a skupiny tam, kde by je sdílelo málo lidí.',
    ),
    kept: keptAnswers,
  };
  const code: StoredData = {
    id: 'code',
    about: text(
      'People who answer in a study that links its waves',
      'Lidé, kteří odpovídají ve studii propojující vlny',
    ),
    stored: text(
      'A keyed hash of each element of the code that a person makes up. What was typed never leaves the device.',
      'Klíčovaný otisk každé části kódu, který si člověk vytvoří. To, co bylo napsáno, neopustí zařízení.',
    ),
    purpose: text(
      'To see change from wave to wave without knowing who somebody is.',
      'Aby byla vidět změna mezi vlnami, aniž by se vědělo, kdo kdo je.',
    ),
    kept: keptAnswers,
  };
  const data: StoredData[] = [
    answers,
    ...(study?.linkage === 'none' ? [] : [code]),
    {
      id: 'other-answers',
      about: text(
        'People who answer further questions or write something',
        'Lidé, kteří odpovídají na další otázky nebo něco napíší',
      ),
      stored: text(
        'Each such answer on its own, with the team and the group. Nothing joins it to the other answers but the receipt, which only the person has.',
        'Každá taková odpověď zvlášť, s týmem a skupinou. S ostatními odpověďmi ji spojuje jen potvrzení, které má pouze daný člověk.',
      ),
      purpose: text(
        'To read what people say, in shuffled order.',
        'Aby bylo možné číst, co lidé říkají, v zamíchaném pořadí.',
      ),
      kept: keptAnswers,
    },
    {
      id: 'invitations',
      about: text('People who are asked', 'Lidé, kteří jsou osloveni'),
      stored: text(
        'A digest of each link that is not used yet, with the team and the group it is for. No name and no address. It is deleted at the moment when answers are sent.',
        'Otisk každého dosud nepoužitého odkazu s týmem a skupinou, pro které je. Žádné jméno ani adresa. Smaže se ve chvíli odeslání odpovědí.',
      ),
      purpose: text('So that everybody answers once.', 'Aby každý odpověděl jednou.'),
      kept: text('Until it is used, or the study is erased.', 'Do použití, nebo do smazání studie.'),
    },
    {
      id: 'receipt',
      about: text('People who answer', 'Lidé, kteří odpovídají'),
      stored: text(
        'A digest of the receipt code that is shown after sending. The code itself is not stored.',
        'Otisk kódu potvrzení, který se ukáže po odeslání. Samotný kód se neukládá.',
      ),
      purpose: text('So that a person can take the answers back.', 'Aby člověk mohl vzít odpovědi zpět.'),
      kept: keptAnswers,
    },
    {
      id: 'accounts',
      about: text('People who work with results', 'Lidé, kteří pracují s výsledky'),
      stored: text(
        'Name, e-mail address, role, team of a lead, language, a hash of the password, and public keys of passkeys.',
        'Jméno, e-mailová adresa, role, tým vedoucího, jazyk, otisk hesla a veřejné části přístupových klíčů.',
      ),
      purpose: text('To sign in.', 'Přihlášení.'),
      kept: text('As long as the account.', 'Po dobu existence účtu.'),
    },
    {
      id: 'audit',
      about: text('People who work with results', 'Lidé, kteří pracují s výsledky'),
      stored: text(
        'What was done with studies and accounts, by which account and when. No answers, no addresses.',
        'Co bylo uděláno se studiemi a účty, kterým účtem a kdy. Žádné odpovědi, žádné adresy.',
      ),
      purpose: text('So that misuse is noticed.', 'Aby bylo zneužití odhaleno.'),
      kept: text('As long as the database.', 'Po dobu existence databáze.'),
    },
  ];
  return {
    promises: promisesOf(study),
    data,
    retention,
    never: [
      text('Who gave which answers', 'Kdo odpověděl co'),
      text('The time of day at which somebody answered', 'Denní doba, kdy někdo odpověděl'),
      text('Network addresses of people who answer', 'Síťové adresy lidí, kteří odpovídají'),
      text('The e-mail addresses that invitations were sent to', 'E-mailové adresy, na které byly odeslány pozvánky'),
    ],
    withdrawal: text(
      'With the receipt code you can take your answers back at any time. They are deleted at once; figures that were released before do not change, and comments or records that somebody has read or saved before are not called back. Without the code nobody can find them, you included. Show the code to nobody: who has it and reads comments or records before and after can see which were yours.',
      'S kódem potvrzení můžete odpovědi kdykoli vzít zpět. Smažou se ihned; dříve zveřejněné údaje se nezmění a komentáře či záznamy, které si už někdo přečetl nebo uložil, se nevrátí. Bez kódu je nenajde nikdo, ani vy. Kód nikomu neukazujte: kdo ho má a čte komentáře či záznamy před smazáním i po něm, uvidí, které byly vaše.',
    ),
  };
}

function promisesOf(study: StudyView | undefined): TwoLanguages[] {
  const promises = [text('Taking part is up to you.', 'Účast je na vás.')];
  if (study === undefined) return promises;
  const { minimumGroupSize, minimumTextSize, simulated } = study;
  return [
    ...promises,
    text(
      `Figures are shown only for groups in which at least ${minimumGroupSize} people have answered. Some of those stay hidden too, where they would give a smaller group away.`,
      `Údaje se ukazují jen o skupinách, ve kterých odpovědělo aspoň ${minimumGroupSize} lidí. I některé z nich zůstanou skryté, pokud by prozradily něco o menší skupině.`,
    ),
    text(
      `What people write is shown only after the wave, of all teams together and shuffled, and only where at least ${minimumTextSize} people have answered who could write it.`,
      `To, co lidé napíší, se ukáže až po skončení vlny, ze všech týmů dohromady a v zamíchaném pořadí, a jen tehdy, odpovědělo-li aspoň ${minimumTextSize} lidí, kteří to napsat mohli.`,
    ),
    text(
      `Those who look after the study can analyse single answers to the questionnaires after the wave: without day, language and code, and without team names. A team has a random number there, another one in every file, and team and group are there only where at least ${minimumGroupSize} people share them. Where you are asked whether your answers may be used further and do not agree, yours are not among them.`,
      `Správci studie mohou po skončení vlny rozebírat jednotlivé odpovědi na dotazníky: bez dne, jazyka a kódu a bez názvů týmů. Tým tam má náhodné číslo, v každém souboru jiné, a tým i skupina jsou uvedeny jen tam, kde je sdílí aspoň ${minimumGroupSize} lidí. Pokud se vás studie ptá, zda se vaše odpovědi smějí dále použít, a vy nesouhlasíte, vaše mezi nimi nejsou.`,
    ),
    text(
      'What you have sent you can take back, with the receipt code that is shown after sending.',
      'Co jste odeslali, můžete vzít zpět pomocí kódu potvrzení, který se ukáže po odeslání.',
    ),
    ...(simulated ? [text('The answers of this study are made up.', 'Odpovědi v této studii jsou smyšlené.')] : []),
  ];
}
