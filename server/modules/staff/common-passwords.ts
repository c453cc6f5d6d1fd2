// Passwords that are tried first, in their folded form and at least ten characters long: the world's, and those of a Turkish
// office (clubs, cities, years, names). A password on this list is refused in every spelling.
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 q1w2e3r4t5y6 qwertyuiop qwertyuiop1 qwertyuiop123 qwerty1234 qwerty12345
  qwerty123456 qwerty123456789 123qwe123qwe 123456qwerty 1234567qwerty 12345qwert asdfghjkl1 asdfghjkl123
  asdfghjklsi zxcvbnm123 zxcvbnm1234 1qaz2wsx3edc qazwsxedcrfv qazwsx123456 1qazxsw23edc 123456789a 1234567890a
  a123456789 a1234567890 123456789q 1234567890q q123456789 aa123456789 abc123456789 abcd123456 abcd12345678
  abc1234567 abcdef123456 1234567891 12345678910 123456789123 1234512345 1231231231 123123123123 123321123321
  1122334455 112233445566 9876543210 987654321a 0123456789 1029384756 1357924680 2468101214 147258369a 1472583690
  7894561230 159753456852 password12 password123 password1234 password12345 password2023 password2024 password2025
  password2026 mypassword1 p@ssw0rd123 p@ssword123 passw0rd123 changeme123 changeme1234 letmein123 letmein1234
  welcome123 welcome1234 welcome12345 administrator administrador admin12345 admin123456 admin1234567 adminadmin
  admin@1234 root123456 rootroot123 test123456 testtest123 user123456 guest12345 default123 secret1234 secret12345
  superman123 batman12345 iloveyou12 iloveyou123 iloveyou1234 princess123 sunshine123 football123 basketball
  baseball123 monkey12345 dragon12345 master12345 shadow12345 michael123 computer123 internet123 samsung123
  samsung1234 android123 iphone12345 google12345 facebook123 instagram123 whatsapp123 youtube123 minecraft123
  starwars123 pokemon1234 liverpool123 barcelona123 realmadrid123 galatasaray galatasaray1 galatasaray1905
  galatasaray123 gs19051905 cimbom1905 cimbombom1905 fenerbahce fenerbahce1 fenerbahce1907 fenerbahce123 fb19071907
  besiktas1903 besiktas123 besiktas1234 bjk19031903 karakartal1903 trabzonspor trabzonspor61 trabzonspor1967
  bursaspor16 bursaspor1963 goztepe1925 turkiye123 turkiye1234 turkiye1923 turkiyem123 turkiye2023 turkey12345
  turkturkturk ataturk1881 ataturk1923 ataturk1938 ataturk123 mustafakemal mustafa123 mustafa1234 mehmet12345
  mehmet123456 ahmet123456 ahmet12345 fatma123456 ayse123456 zeynep12345 zeynep123456 emre123456 hasan123456
  huseyin123 ibrahim123 istanbul34 istanbul123 istanbul1234 istanbul1453 istanbul34istanbul ankara06ankara
  ankara12345 izmir35izmir izmir123456 cigli123456 umraniye123 umraniye34 umraniye1234 belediye123 belediye1234
  belediye34 belediye2024 belediye2025 belediye2026 belediyem123 cozummerkezi cozummerkezi1 cozum12345 baskan12345
  personel123 personel1234 mudurluk123 zabita12345 sifre12345 sifre123456 sifresifre sifre1234567 parola12345
  parola123456 parolaparola merhaba123 merhaba1234 merhaba12345 seniseviyorum seviyorum123 seni123456 askim12345
  askim123456 askimaskim canim12345 canimcanim hayatim123 bebegim123 annem12345 annembabam kardesim123 allahuekber
  bismillah1 bismillah123 elhamdulillah ramazan123 muhammed123 kurtlarvadisi polatalemdar1 osmanli1299 osmanli1453
  turan123456 bozkurt123 asena123456 yenisifre1 yenisifre123 degistir123 degistirbeni deneme1234 deneme12345
  deneme123456 denemedeneme hemsehri123 hemsehri1234 hemsehri-demo hemsehri2026 hemsehrihemsehri qweasdzxc123
  qweasdzxc1 asdasdasd1 asdasdasdasd qweqweqwe1 qweqweqweqwe zxczxczxczxc asdfasdfasdf qwerqwerqwer aaaaaaaaaa1
  aaaaaaaaaaa a1b2c3d4e5 a1b2c3d4e5f6 1a2b3c4d5e 1a2b3c4d5e6f abcdefghij abcdefghijk abcabcabc123 xxxxxxxxxx
  1234qwer1234 1234qwerasdf 1234abcd1234 123abc123abc abc123abc123 asdf1234asdf asd123asd123 qwe123qwe123
  zxc123zxc123 147852369a 1478523690 3216549870 9638527410 7418529630 5555555555a 1111122222 1212121212 1010101010
  1313131313 6969696969 1907190719 1905190519 1903190319 1453145314 1923192319 2023202320 2024202420 2025202520
  2026202620
`
    .trim()
    .split(/\s+/),
);
