/**
 * What people make passwords of when asked for one, gathered for this list: words for passwords and doors, names, months,
 * seasons, teams, endearments, and the words of the workplaces this program is used in; English and Czech, lower case,
 * without accents. Words of fewer than four letters are left out, because they are parts of other words.
 */
export const commonestWords: readonly string[] = `
password passwort passw0rd passphrase pass heslo hesla secret tajne login signin logon admin administrator root user
username guest test tester testing demo default change changeme letmein welcome vitejte vitej hello ahoj dobryden
master access system server computer internet google facebook instagram linkedin microsoft windows apple iphone android
samsung minecraft pokemon batman superman spiderman starwars dragon monkey tiger lion eagle falcon shadow hunter killer
ninja pirate wizard princess angel sunshine flower butterfly rainbow unicorn chocolate cookie coffee banana orange
cherry pepper ginger summer winter spring autumn leto zima jaro podzim january february march april june july august
september october november december leden unor brezen duben kveten cerven cervenec srpen zari rijen listopad prosinec
monday tuesday wednesday thursday friday saturday sunday pondeli utery streda ctvrtek patek sobota nedele
michael michelle daniel jessica jennifer ashley thomas robert charlie jordan matthew andrew joshua george nicole
hannah samantha amanda maggie buster bailey petr pavel jana marie martin tomas lucie katerina michal eliska tereza
jakub veronika football fotbal baseball basketball hockey hokej soccer arsenal liverpool chelsea barcelona sparta
slavia ferrari mercedes porsche corvette mustang harley yamaha iloveyou loveyou lovely miluji milacek laska forever
family rodina friend friends freedom trustno whatever nothing something money peace jesus heaven
hospital nemocnice clinic klinika ward oddeleni nurse sestra doctor doktor health zdravi care pece mental psychiatry
psychiatrie peer peers team teams tymy survey dotaznik questionnaire staff manager company office work praha prague
brno czech cesko peerscale qwerty qwertz azerty asdf zxcv yxcv correcthorsebatterystaple
`
  .trim()
  .split(/\s+/);
