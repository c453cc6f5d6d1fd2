/** The two pages a law asks for, as they are shipped. The municipality's name and addresses are fields; a field never carries a suffix. */
import type { PortalPage } from '../../../../contract/portal-texts.ts';
import type { Texts } from '../../../../text/language.ts';

const PRIVACY_NOTICE = {
  tr: `Başvurunuzda verdiğiniz bilgileri kimin, neden ve ne kadar süre kullandığı (6698 sayılı Kanun, madde 10).

# Veri sorumlusu
{{municipality}}, {{address}}. E-posta: {{email}}. Telefon: {{phone}}.

# Hangi bilgileri, neden kullanıyoruz?
Yazdıklarınızı, yeri ve fotoğrafları başvurunuzu çözmek için kullanırız.
Adınızı ve telefonunuzu ya da e-postanızı size yanıt vermek ve başvuruyu sizinle eşleştirmek için kullanırız.
T.C. kimlik numarasını yalnızca kanunun istediği başvurularda sorarız ve şifreli saklarız.
Fotoğrafların içindeki konum ve cihaz bilgisini yüklerken sileriz.

# Hukuki sebep
Bilgileriniz; 5393 sayılı Belediye Kanunu, 3071 sayılı Dilekçe Kanunu ve 4982 sayılı Bilgi Edinme Kanunu gereği görevimizi yapmak için işlenir (6698 madde 5/2-a, ç). Açık rızanız istenmez.

# Kime aktarırız?
Başvurunuz belediyenin ilgili birimine gider. Konu başka bir kurumun görevindeyse, çözülmesi için o kuruma iletiriz ve size bildiririz.
SMS ve e-posta göndermek için hizmet aldığımız kuruluşlara yalnızca telefon numaranızı ya da e-postanızı ve kısa mesajı veririz. Mesajda konu, adres veya borç yazmaz.
Şikâyet ettiğiniz kişiye adınızı vermeyiz. Bilgilerinizi tanıtım için kullanmayız, yurt dışına aktarmayız.

# Ne kadar saklarız?
Göndermediğiniz taslaklar 24 saat sonra silinir. Gönderdiğiniz başvurular, arşiv mevzuatının belirlediği süre boyunca saklanır; sonra silinir ya da anonim hale getirilir.

# Haklarınız
Bilgilerinizin işlenip işlenmediğini öğrenebilir, düzeltilmesini veya silinmesini isteyebilir, zarara uğrarsanız giderilmesini talep edebilirsiniz (madde 11).
Bunun için bu sayfadan KVKK başvurusu yapabilir ya da bize yazabilirsiniz. En geç 30 gün içinde yanıt veririz.

# Çerezler
İki çerez kullanırız: biri taslağınızı 24 saat bulur, öteki dil seçiminizi tutar. İkisi de zorunludur; sizi izleyen çerez yoktur.`,
  en: `Who uses what you give us, why, and for how long (Law 6698, article 10).

# Data controller
{{municipality}}, {{address}}. E-mail: {{email}}. Phone: {{phone}}.

# What we use, and why
We use what you write, the place and the photos to deal with your request.
We use your name and your phone or e-mail to answer you and to know that the request is yours.
We ask for the identity number only where a law requires it, and store it encrypted.
We remove location and device data from photos while they are uploaded.

# Legal basis
We process your information to do our duty under the Municipal Law 5393, the Petition Law 3071 and the Right to Information Law 4982 (Law 6698 article 5/2-a, ç). Your consent is not asked for.

# Who else sees it
Your request goes to the directorate in charge. If it is the duty of another body, we pass it on so that it can be dealt with, and tell you.
The companies that carry our SMS and e-mail receive only your number or address and the short message. It holds no topic, address or debt.
We do not give your name to a person you complain about. We do not use your information for advertising, nor send it abroad.

# How long we keep it
Drafts you do not send are deleted after 24 hours. Requests are kept as long as the archive rules say, then deleted or made anonymous.

# Your rights
You may learn whether your data is processed, ask for correction or deletion, and claim damages (article 11).
Use the KVKK request on this site or write to us. We answer within 30 days.

# Cookies
We use two: one finds your draft for 24 hours, the other keeps your language. Both are necessary; none follows you.`,
};

const ACCESS_STATEMENT = {
  tr: `Bu sayfaları herkes kullanabilsin diye hazırladık: eski telefonla, klavyeyle, ekran okuyucuyla, yavaş bağlantıyla.

# Uyduğumuz ölçütler
WCAG 2.2 AA düzeyi ile TS EN ISO 9241-151 standardını ve TÜBİTAK Kamu İnternet Siteleri Rehberini (KAMİS) esas aldık.
Her sayfa otomatik denetimle ve yalnızca klavyeyle sınanır. Bu bir öz değerlendirmedir; bağımsız belge alınmamıştır.

# Neler yapabilirsiniz?
Yazıyı yüzde 400 büyütün; sayfa tek sütun kalır.
JavaScript kapalıyken de başvurun ve izleyin.
Yeri haritasız, sözle anlatın.
Cihazınızın açık veya koyu görünümünü kullanın.

# Bildiğimiz eksikler
Harita sayfası şematiktir ve ekran okuyucuyla yalnızca mahalleyi söyler; haritasız yol her zaman açıktır.
Fotoğraflara açıklama yazamıyoruz; adlarını dosyadan alırız.
İşaret dili ile hizmet bu sitede yoktur.

# Zorlandığınız bir yer mi var?
{{phone}} numarasını arayın ya da {{email}} adresine yazın. Başvurunuzu telefonda da alırız.`,
  en: `We made these pages for everybody: old phones, keyboards, screen readers, slow connections.

# The standards we follow
WCAG 2.2 level AA, TS EN ISO 9241-151 and the Turkish guide for public websites (KAMİS, TÜBİTAK).
Every page is tested by machine and by keyboard alone. This is our own assessment; there is no independent certificate.

# What you can do
Enlarge the text to 400 percent; the page stays one column.
Send and follow a request with JavaScript switched off.
Say the place in words, without a map.
Use the light or dark setting of your device.

# What we know is missing
The map page is schematic and tells a screen reader only the neighbourhood; the way without a map is always open.
Photos cannot be described; we show the name of the file.
There is no sign language service on this site.

# Is something difficult?
Call {{phone}} or write to {{email}}. We take requests by phone as well.`,
};

export const READY_PAGES: Record<PortalPage, Texts> = {
  'privacy-notice': PRIVACY_NOTICE,
  'access-statement': ACCESS_STATEMENT,
};
