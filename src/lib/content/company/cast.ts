import type { CastRow } from './types';

/**
 * The 25 people who are in every company, whatever its size or seed: each of them carries one teaching case (O-03).
 * Columns: index, given name, family name, display name, department attribute, title, city label, country attribute,
 * two-letter country, manager, WorkerID, user principal name, mail, worker type.
 */
// prettier-ignore
export const CAST: readonly CastRow[] = [
	[0,'Marisol','Vega','Marisol Vega','Executive','Chief Executive Officer','Seattle','US','US',null,'1000000','marisol.vega@contoso.com','marisol.vega@contoso.com','E'],
	[1,'Tobias','Lindqvist','Tobias Lindqvist','Finance','Chief Financial Officer','London','GB','GB',0,'1000001','tobias.lindqvist@contoso.com','tobias.lindqvist@contoso.com','E'],
	[2,'Priya','Raman','Priya Raman','IT','Chief Information Officer','Bengaluru','IN','IN',0,'1000002','priya.raman@contoso.com','priya.raman@contoso.com','E'],
	[3,'Hannah','Becker','Hannah Becker','Sales','VP Sales','Seattle','US','US',0,'1000003','hannah.becker@contoso.com','hannah.becker@contoso.com','E'],
	[4,'Kwame','Boateng','Kwame Boateng','Engineering','VP Engineering','London','GB','GB',0,'1000004','kwame.boateng@contoso.com','kwame.boateng@contoso.com','E'],
	[5,'John','Smith','John Smith','Sales','Account Executive','Seattle','US','US',3,'1000005','john_smith@contoso.com','john_smith@contoso.com','E'],
	[6,'John','Smith','John Smith','Sales','Regional Sales Manager','LA','US','US',3,'1000006','john.smith2@contoso.com','john.smith2@contoso.com','E'],
	[7,'Zoë','Müller','Zoë Müller','Sales','Account Executive','Berlin','DE','DE',6,'1000007','zoe.muller@contoso.com','zoe.muller@contoso.com','E'],
	[8,'José','García-López','José García-López','Sales','Sales Engineer','Madrid','ES','ES',6,'1000008','jose.garcia-lopez@contoso.com','jose.garcia-lopez@contoso.com','E'],
	[9,'Siobhán',"O'Connor","Siobhán O'Connor",'Sales','Inside Sales Rep','Dublin','IE','IE',6,'1000009',"siobhan.o'connor@contoso.com","siobhan.o'connor@contoso.com",'E'],
	[10,'Hiroshi','Tanaka','田中 宏','Engineering','Principal Engineer','Tokyo','JP','JP',4,'1000010','hiroshi.tanaka@contoso.com','hiroshi.tanaka@contoso.com','E'],
	[11,'Łukasz','Żółkiewski','Łukasz Żółkiewski','Engineering','Software Engineer','Warsaw','PL','PL',10,'1000011','lukasz.zolkiewski@contoso.com','lukasz.zolkiewski@contoso.com','E'],
	[12,'Ольга','Иванова','Ольга Иванова','Engineering','Software Engineer','Riga','LV','LV',10,'1000012','olga.ivanova@contoso.com','olga.ivanova@contoso.com','E'],
	[13,'Bartholomew','Featherstonehaugh-Cholmondeley','Bartholomew Featherstonehaugh-Cholmondeley','Engineering','Software Engineer','London','GB','GB',4,'1000013','bartholomew.featherstonehaugh-cholmondeley@contoso.com','bartholomew.featherstonehaugh-cholmondeley@contoso.com','E'],
	[14,'Wulandari','','Wulandari','Engineering','Test Engineer','Jakarta','ID','ID',10,'2000014','wulandari@contoso.com','wulandari@contoso.com','C'],
	[15,'Aisha','Al-Farsi','Aisha Al-Farsi','Customer Support','Support Lead','Dubai','AE','AE',0,'1000015','aisha.al-farsi@contoso.com',null,'E'],
	[16,'Omar','Haddad','عمر حداد','Customer Support','Support Agent','Dubai','AE','AE',15,'1000016','omar.haddad@contoso.onmicrosoft.com','omar.haddad@contoso.com','E'],
	[17,'Grace','Mensah','Grace Mensah',null,'Support Agent','Accra','GH','GH',15,'1000017','grace.mensah@contoso.com','grace.mensah@contoso.com','E'],
	[18,'Elena','Petrova','Elena Petrova','Finance','Financial Analyst','Sofia','Bulgaria','BG',1,'1000018','elena.petrova@contoso.com','elena.petrova@contoso.com','E'],
	[19,'Daniel','Cohen','Daniel Cohen','Finance','Controller','Tel Aviv','IL','IL',1,'1000019','daniel.cohen@contoso.com','daniel.cohen@contoso.com','E'],
	[20,'Ingrid','Sørensen-Ærø','Ingrid Sørensen-Ærø','Marketing','Marketing Director','Oslo','NO','NO',0,'1000020','ingrid.soerensen-aeroe@contoso.com','ingrid.soerensen-aeroe@contoso.com','E'],
	[21,'Chidi','Okafor','Chidi Okafor','Marketing','Content Designer','Lagos','NG','NG',20,'2000021','chidi.okafor@contoso.com','chidi.okafor@contoso.com','C'],
	[22,'Mei-Ling','Wu','Mei-Ling Wu','HR','HR Business Partner','Singapore','SG','SG',0,'1000022','mei-ling.wu@contoso.com','mei-ling.wu@contoso.com','E'],
	[23,'Raj','Patel','Raj Patel','IT','Directory Administrator','Bengaluru','IN','IN',2,'1000023','raj.patel@contoso.com','raj.patel@contoso.com','E'],
	[24,'Nadia','Rossi','Nadia Rossi','Operations','Logistics Planner','Milan','IT','IT',0,'1000024','nadia.rossi@contoso.com','nadia.rossi@contoso.com','E']
];
