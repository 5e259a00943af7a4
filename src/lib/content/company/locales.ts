import type { Locale } from './types';

type LocaleRow = readonly [
	id: string,
	country: string,
	weight: number,
	givenNames: string,
	familyNames: string,
	cities: string
];

/** Fourteen places people come from. A name in another script is written `native:romanised`. */
// prettier-ignore
const ROWS: readonly LocaleRow[] = [
	['en-US','US',22,'James Olivia Ethan Sophia Caleb Harper Mason Naomi Logan Ruby Owen Tessa Wyatt Claire Dylan Paige','Walker Bennett Hayes Coleman Foster Jenkins Perry Long Hughes Price Sanders Reed Bailey Cooper Ward Brooks','Seattle|Austin|Chicago'],
	['en-GB','GB',10,'Alfie Imogen Rhys Freya Callum Elspeth Rowan Nia Angus Beatrix Hamish Cerys Fergus Maeve Gethin Isla','Ashworth Pritchard MacLeod Thornton Whitaker Lloyd Sinclair Hargreaves Bowen Fairfax Kendrick Ogilvie Rhodes Tindall Vaughan Yardley','London|Leeds|Cardiff'],
	['de-DE','DE',9,'Jürgen Käthe Björn Heike Günther Anneliese Sören Ulrike Matthias Silke Rüdiger Friederike Holger Bärbel Thorsten Jörg','Schäfer Weiß Köhler Brandt Krüger Jäger Größmann Lüders Vogt Röttger Hübner Falk Preuß Steinmetz Ostermann Wächter','Berlin|Munich|Hamburg'],
	['fr-FR','FR',8,'Élodie François Chloé Théo Amélie Rémi Noémie Gaël Zélie Anaïs Benoît Cédric Hélène Jérôme Maëlle Loïc','Lefèvre Gauthier Bélanger Noël Crépin Dufrêne Mérigot Prévost Chrétien Hébert Besançon Fabre Cœurdoux Rolland Séguier Thévenot','Paris|Lyon|Nantes'],
	['es-ES','ES',7,'Álvaro Begoña Íñigo Lucía Andrés Rocío Jesús Inés Óscar Nuria Raúl Marta Héctor Belén Julián Sofía','Núñez Ibáñez Peña Muñoz Cárdenas Ordóñez Vázquez Salazar Gálvez Zúñiga Redondo Castaño Bermúdez Quintana Roldán Ávila','Madrid|Barcelona|Bilbao'],
	['pt-BR','BR',6,'João Conceição Luís Antônia Thaís Otávio Débora Estêvão Iracema Caíque Jussara Murilo Raíssa Tainá Vinícius Zuleica','Gonçalves Magalhães Assunção Falcão Brandão Siqueira Valença Guimarães Leão Paixão Bragança Simões Sampaio Araújo Teles Queirós','São Paulo|Recife|Curitiba'],
	['pl-PL','PL',5,'Małgorzata Paweł Grażyna Wojciech Bożena Michał Świętosława Rafał Żaneta Zdzisław Agnieszka Stanisław Elżbieta Krzysztof Łucja Bronisław','Wiśniewski Dąbrowski Kozłowski Jabłoński Woźniak Szczęsny Gąsior Kępa Śliwa Mroź Wróbel Zając Głowacki Błaszczyk Czyż Łoś','Warsaw|Kraków|Gdańsk'],
	['nb-NO','NO',3,'Bjørn Åse Sjur Solveig Øyvind Ragnhild Håkon Tuva Pål Synnøve Torbjørn Marit Jørgen Gro Sverre Åshild','Ødegård Bråten Sæther Lunde Hagen Nygård Bjørnstad Skår Moen Fjæstad Dahl Kvåle Rønning Aasen Tveit Vågen','Oslo|Bergen|Trondheim'],
	['tr-TR','TR',3,'Gülşen İbrahim Çağla Oğuz Şule Emre Ümit Ayşe Doğan Özge Yiğit Nilüfer Barış Işıl Kağan Pınar','Çelik Yılmaz Öztürk Şahin Güneş Aydın Koç Ünal Doğan Kılıç Erdoğmuş Bozkurt Işık Toprak Gür Sezgin','Istanbul|Ankara|Izmir'],
	['hi-IN','IN',10,'Ananya Rohan Kavya Arjun Meera Vikram Lakshmi Nikhil Divya Sanjay Pooja Harish Ishita Manoj Sneha Tarun','Iyer Kulkarni Banerjee Nair Deshpande Reddy Chatterjee Menon Bhatt Srinivasan Joshi Pillai Gokhale Mukherjee Rao Venkataraman','Bengaluru|Pune|Hyderabad'],
	['ja-JP','JP',5,'陽菜:Haruna 蓮:Ren 結衣:Yui 湊:Minato 美咲:Misaki 大輝:Daiki 彩:Aya 翔太:Shota 直樹:Naoki 香織:Kaori 健:Ken 恵:Megumi 拓海:Takumi 真理:Mari 亮:Ryo 千夏:Chinatsu','佐藤:Sato 鈴木:Suzuki 高橋:Takahashi 渡辺:Watanabe 伊藤:Ito 山本:Yamamoto 中村:Nakamura 小林:Kobayashi 加藤:Kato 吉田:Yoshida 山田:Yamada 佐々木:Sasaki 松本:Matsumoto 井上:Inoue 木村:Kimura 清水:Shimizu','Tokyo|Osaka|Fukuoka'],
	['zh-SG','SG',5,'伟:Wei 芳:Fang 敏:Min 静:Jing 强:Qiang 磊:Lei 洋:Yang 艳:Yan 勇:Yong 军:Jun 杰:Jie 娟:Juan 涛:Tao 超:Chao 霞:Xia 平:Ping','王:Wang 李:Li 张:Zhang 刘:Liu 陈:Chen 杨:Yang 黄:Huang 赵:Zhao 吴:Wu 周:Zhou 徐:Xu 孙:Sun 马:Ma 朱:Zhu 胡:Hu 林:Lin','Singapore|Jurong|Tampines'],
	['ar-AE','AE',4,'ليلى:Layla يوسف:Yousef مريم:Mariam خالد:Khalid سارة:Sara طارق:Tariq هدى:Huda سامي:Sami نورة:Noura بلال:Bilal رنا:Rana جمال:Jamal دانة:Dana فهد:Fahad ريم:Reem ماجد:Majed','المنصوري:Almansoori الهاشمي:Alhashimi النجار:Alnajjar الخوري:Alkhoury الشامي:Alshami القاسم:Alqasim الرفاعي:Alrifai العبيدي:Alobaidi السالم:Alsalem البنا:Albanna الحداد:Alhaddad الصباغ:Alsabbagh العطار:Alattar الزين:Alzein الكعبي:Alkaabi المرزوقي:Almarzooqi','Dubai|Abu Dhabi|Sharjah'],
	['el-GR','GR',3,'Ελένη:Eleni Νίκος:Nikos Μαρία:Maria Γιώργος:Giorgos Σοφία:Sofia Κώστας:Kostas Άννα:Anna Πέτρος:Petros Ιωάννα:Ioanna Σπύρος:Spyros Δήμητρα:Dimitra Θανάσης:Thanasis Κατερίνα:Katerina Μιχάλης:Michalis Χριστίνα:Christina Φώτης:Fotis','Παπαδάκης:Papadakis Νικολάου:Nikolaou Γεωργίου:Georgiou Αλεξίου:Alexiou Δημητρίου:Dimitriou Λάμπρου:Lamprou Σταύρου:Stavrou Κωνσταντίνου:Konstantinou Βασιλείου:Vasileiou Αντωνίου:Antoniou Μακρής:Makris Οικονόμου:Oikonomou Ράπτης:Raptis Τζανής:Tzanis Φωτίου:Fotiou Ζαφείρης:Zafeiris','Athens|Thessaloniki|Patras']
];

const name = (text: string) => {
	const [native, romanised] = text.split(':') as [string, string?];
	return { native, romanised: romanised ?? null };
};

export const LOCALES: readonly Locale[] = ROWS.map(([id, country, weight, given, family, cities]) => ({
	id,
	country,
	weight,
	givenNames: given.split(' ').map(name),
	familyNames: family.split(' ').map(name),
	cities: cities.split('|')
}));
