import type { SelfGeneratedCode } from './self-generated-code.ts';

/**
 * Six short questions with answers that do not change, that one knows without looking them up, and that colleagues
 * hardly know. Names are asked for by their first letter only. In teams of fewer than about 20 even such a code can
 * point to one person: offer the survey without linking there.
 *
 * @see Yurek, Vasey & Havens (2008), doi:10.1177/0193841X08316676, on what makes an element stable
 */
export const defaultSelfGeneratedCode: SelfGeneratedCode = {
  elements: [
    {
      id: 'birth-day',
      kind: 'day',
      question: {
        en: 'On which day of the month were you born?',
        cs: 'Kolikátého dne v měsíci jste se narodili?',
        de: 'An welchem Tag des Monats wurden Sie geboren?',
        uk: 'Якого числа місяця Ви народилися?',
        ar: 'في أي يوم من الشهر وُلدتم؟',
      },
      hint: {
        en: 'The day only, such as 7 or 23',
        cs: 'Jen den, například 7 nebo 23',
        de: 'Nur der Tag, etwa 7 oder 23',
        uk: 'Лише день, наприклад 7 або 23',
        ar: 'اليوم فقط، مثل 7 أو 23',
      },
    },
    {
      id: 'mother-name',
      kind: 'letter',
      question: {
        en: 'What is the first letter of your mother’s first name?',
        cs: 'Jaké je první písmeno křestního jména vaší matky?',
        de: 'Mit welchem Buchstaben beginnt der Vorname Ihrer Mutter?',
        uk: 'З якої літери починається ім’я Вашої матері?',
        ar: 'ما الحرف الأول من اسم والدتكم؟',
      },
      hint: {
        en: 'X if you do not know',
        cs: 'X, pokud nevíte',
        de: 'X, wenn Sie es nicht wissen',
        uk: 'X, якщо не знаєте',
        ar: 'X إن كنتم لا تعرفون',
      },
    },
    {
      id: 'father-name',
      kind: 'letter',
      question: {
        en: 'What is the first letter of your father’s first name?',
        cs: 'Jaké je první písmeno křestního jména vašeho otce?',
        de: 'Mit welchem Buchstaben beginnt der Vorname Ihres Vaters?',
        uk: 'З якої літери починається ім’я Вашого батька?',
        ar: 'ما الحرف الأول من اسم والدكم؟',
      },
      hint: {
        en: 'X if you do not know',
        cs: 'X, pokud nevíte',
        de: 'X, wenn Sie es nicht wissen',
        uk: 'X, якщо не знаєте',
        ar: 'X إن كنتم لا تعرفون',
      },
    },
    {
      id: 'birth-town',
      kind: 'letter',
      question: {
        en: 'What is the first letter of the town or village where you were born?',
        cs: 'Jaké je první písmeno názvu města nebo obce, kde jste se narodili?',
        de: 'Mit welchem Buchstaben beginnt der Ort, in dem Sie geboren wurden?',
        uk: 'З якої літери починається назва міста чи села, де Ви народилися?',
        ar: 'ما الحرف الأول من اسم المدينة أو القرية التي وُلدتم فيها؟',
      },
    },
    {
      id: 'school-town',
      kind: 'letter',
      question: {
        en: 'What is the first letter of the town or village where you first went to school?',
        cs: 'Jaké je první písmeno názvu města nebo obce, kde jste začali chodit do školy?',
        de: 'Mit welchem Buchstaben beginnt der Ort, in dem Sie zuerst zur Schule gingen?',
        uk: 'З якої літери починається назва міста чи села, де Ви пішли до першого класу?',
        ar: 'ما الحرف الأول من اسم المدينة أو القرية التي بدأتم الدراسة فيها؟',
      },
    },
    {
      id: 'older-siblings',
      kind: 'count',
      question: {
        en: 'How many older brothers and sisters do you have?',
        cs: 'Kolik máte starších sourozenců?',
        de: 'Wie viele ältere Geschwister haben Sie?',
        uk: 'Скільки у Вас старших братів і сестер?',
        ar: 'كم عدد إخوتكم وأخواتكم الأكبر سنًا؟',
      },
      hint: {
        en: 'Living and deceased; 0 if none',
        cs: 'Žijících i zemřelých; 0, pokud žádné nemáte',
        de: 'Lebende und verstorbene; 0, wenn keine',
        uk: 'Живих і померлих; 0, якщо немає',
        ar: 'الأحياء والمتوفون؛ 0 إن لم يكن هناك أحد',
      },
    },
  ],
};
