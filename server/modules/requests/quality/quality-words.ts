/** Words that the quality of an answer is judged by, folded, as beginnings of words. Lists and no rules: answer-quality.ts decides with them. */

const list = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

/** What fills an answer without saying anything: with only these the citizen knows no more than before. */
export const FORMULA = list(`
  gereg gerek ilgi birim mudurlu iletil ilett yonlendir bilgi bilgi rica sunul arz talep talebi talebiniz basvuru sikayet istek isteg dilek
  degerlendir incele sonuclan tarafi ekip ekib calisma tesekkur islem yerin getir cozul cozum gider tamam bit sayin vatandas
  belediye konu problem sorun saygi gunler olarak uygun gorul kayit kaydi alin dikkat cevap yanit edil edildi olup olmus hakkinda husus
  yukari belirt yapil yapmis yapti yapt yap onar duzelt kapat hallet hallol bakil bakti baktik mudahale gorev kurum yetki mevzuat
  duyarli hassas anlayis iyi tum size sizin bize bizim sagla saglan kontrol takip ediyor edilecek yapilacak verildi verilmis bildirildi
  mukerrer kapsam eder edi ett
  done request has been have necessary action taken thank you your we concluded completed complete fixed resolved issue problem
  relevant unit department forwarded regards dear sir madam okay closed answered noted passed work was were
`);

/** Words that carry no content in either language. */
export const STOP = new Set(
  list(`
  ve veya ile icin bir bu su o da de ki mi mu ya en cok daha her hic ise ama ancak fakat gibi kadar sonra once olan oldu olur
  oldugu oldugundan dolayi nedeniyle cunku var yok biz siz ben onu buna bunun iken idi ne nasil nin nun in un e a i den dan te ta
  ye ya yi yu ni nu si su im iz lar ler dir tir sayili madde gun gunu tarih tarihinde tarihli
  the a an of to in on at for and or is are be by it its this that with from as our not no will
`),
);

const WORK = list(`
  onar gider yap tamamla degistir temizle topla kaldir yenile buda ilacla dose asfaltla kapat duzelt coz bitir tak kes boya doldur yika
  sok koy dik kur
`).join('|');

/** Said of our own work when it is finished: active or passive, by us or by the crew. */
export const CLAIMS_DONE = new RegExp(
  `\\b(?:(?:${WORK})(?:[iu]?[ln])?(?:[dt][iu]k?|m[iu]s)|tedavi (?:edil|et)(?:di|mis|ti)|fixed|repaired|replaced|removed|cleaned|collected|resolved)`,
);

/** Said when it was sent to somebody else; a crew that is sent is our own. */
export const SAYS_FORWARDED =
  /\b(?<!(?:ekip|ekibi|ekibimiz|ekipler|ekiplerimiz|arac|araci|makinesi|personel|gorevli|usta) )(iletil(di|mis)|ilettik|iletmis|yonlendiril(di|mis)|yonlendirdik|havale (edildi|edilmis|ettik)|bildiril(di|mis)|bildirdik|gonderil(di|mis)|gonderdik|aktaril(di|mis)|aktardik|sevk (edildi|ettik)|forwarded|passed (it )?on|referred)/;

/** A day, an hour, a month, a weekday, or a word of time that can be held against us. */
export const SAYS_WHEN =
  /\b(\d{1,2}[./]\d{1,2}([./]\d{2,4})?|\d{1,2} (ocak|subat|mart|nisan|mayis|haziran|temmuz|agustos|eylul|ekim|kasim|aralik)|\d{1,2}[.:]\d{2}|bugun|dun|yarin|pazartesi|sali|carsamba|persembe|cuma|cumartesi|pazar gunu|bu (sabah|aksam|hafta|ay)|gelecek (hafta|ay)|onumuzdeki (hafta|ay)|(ocak|subat|mart|nisan|mayis|haziran|temmuz|agustos|eylul|ekim|kasim|aralik) ay|\d+ (gun|hafta|ay|saat|is gunu)|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|(this|next) (morning|afternoon|evening|week|month)|monday|tuesday|wednesday|thursday|friday|saturday|sunday)/;

/** What comes next, or how it goes on. */
export const NEXT_STEP =
  /(aca[kg]|ece[kg]|bilirsiniz|izleyebil|bekle|donec)|\b(arayin|basvurun|gelin|will|can (call|apply|follow)|please)\b/;

/** A place in general words; the request's own place is compared apart. */
export const SAYS_WHERE =
  /\b(sokak|sokag|cadde|mahalle|bulvar|park|meydan|kavsak|kavsag|onu|onun|onundeki|arkasi|karsisi|kosesi|girisi|adres|site|okul|cami|durak|no|numara|street|avenue|square|corner)/;

/** Times that bind nobody. */
export const VAGUE_TIME =
  /\b(en kisa (surede|zamanda)|ilerleyen (gun|zaman|surec)|onumuzdeki (gun|donem|surec)|program(a|imiza) alin|imkan(lar|larimiz)? (dahilinde|olcusunde)|musait olun|uygun bir zamanda|yakin zamanda|gerekli planlama|as soon as possible|in due course|in the coming days)/;

/** Why not. */
export const GIVES_REASON =
  /\b(cunku|nedeniyle|nedenle|sebebiyle|sebeple|dolayi|zira|geregince|uyarinca|icin|because|since|due to|under (the )?law|as the)\b|\b(madde|kanun|yonetmelik|mevzuat)|[dt][iu]g[iu](n[dt]?[ae]n)?\b|m[ae]dig[iu]/;

/** That something we asked for did not come: nobody told us, or no answer, address, photo reached us. */
export const SAYS_MISSING =
  /\b(yaz|soyle|bildir|belirt|yanitla|cevapla|gonder|ilet|paylas|ver|ulas|ogren|edin)\p{L}*m[ae](d|mi|y)|\b(bilgi|yanit|cevap|belge|fotograf|adres|numara|soru)\p{L}*\b[^.!?]*?\b(gel|al|bul)\p{L}*m[ae](d|mi|y)|\b(did not|have not|has not|was not|no (answer|reply|information))\b/u;

/** What the citizen can do now. */
export const WAY_ON =
  /(bilirsiniz|abilir|ebilir|itiraz|dilekce)|\b(basvurun|arayin|dava|yeniden|yazarsaniz|you (can|may)|please (call|apply|write))\b/;

/** Words of the house, which nobody outside it should have to know. */
export const JARGON =
  /\b(ebys|detsis|sdp|cbs|kgys|ykm|crm|ticket|tiket|hts|mt|md|mdl|amir(lig)?|evrak (kayit|no)|havale(si)?|is emri|isemri|kapatilmistir|kapatma|sistem(den|e|de) (kapat|dus|gir)|pasif|aktif(e)? al|mukerrer kayit|yetkisiz kayit|teyit alin|bko|baskanlik makami|mudurluk makami|olur(u)? alin)\b/;
