insert into product (code, kind, price, credits, place) values
  ('starter', 'edition', 32000, 0, 1),
  ('plus', 'edition', 69000, 0, 2),
  ('premium', 'edition', 149000, 0, 3),
  ('enterprise', 'edition', 390000, 0, 4),
  ('sms-500', 'sms', 3500, 500, 1),
  ('sms-2000', 'sms', 12000, 2000, 2),
  ('sms-10000', 'sms', 52000, 10000, 3),
  ('dedicated-ip', 'service', 60000, 0, 1),
  ('deliverability', 'service', 120000, 0, 2),
  ('training', 'service', 45000, 0, 3);

insert into product_text (product, language, name, included) values
  ('starter', 'it', 'Starter', 'Invii illimitati a 2.000 contatti
Modelli pronti
Assistenza per e-mail'),
  ('starter', 'en', 'Starter', 'Unlimited sends to 2,000 contacts
Ready-made templates
Help by e-mail'),
  ('starter', 'es', 'Starter', 'Envíos ilimitados a 2.000 contactos
Plantillas listas
Ayuda por correo electrónico'),
  ('plus', 'it', 'Plus', 'Tutto ciò che è in Starter
10.000 contatti
Automazioni
Pagine di atterraggio'),
  ('plus', 'en', 'Plus', 'All that is in Starter
10,000 contacts
Automations
Landing pages'),
  ('plus', 'es', 'Plus', 'Todo lo de Starter
10.000 contactos
Automatizaciones
Páginas de destino'),
  ('premium', 'it', 'Premium', 'Tutto ciò che è in Plus
50.000 contatti
Test A/B
Assistenza telefonica'),
  ('premium', 'en', 'Premium', 'All that is in Plus
50,000 contacts
A/B tests
Help by telephone'),
  ('premium', 'es', 'Premium', 'Todo lo de Plus
50.000 contactos
Pruebas A/B
Ayuda por teléfono'),
  ('enterprise', 'it', 'Enterprise', 'Tutto ciò che è in Premium
Contatti illimitati
Un consulente dedicato
Accesso unico aziendale'),
  ('enterprise', 'en', 'Enterprise', 'All that is in Premium
Unlimited contacts
A consultant of your own
Company single sign-on'),
  ('enterprise', 'es', 'Enterprise', 'Todo lo de Premium
Contactos ilimitados
Un consultor dedicado
Acceso único de empresa'),
  ('sms-500', 'it', '500 crediti SMS', 'Validi due anni'),
  ('sms-500', 'en', '500 SMS credits', 'Valid for two years'),
  ('sms-500', 'es', '500 créditos SMS', 'Válidos dos años'),
  ('sms-2000', 'it', '2.000 crediti SMS', 'Validi due anni'),
  ('sms-2000', 'en', '2,000 SMS credits', 'Valid for two years'),
  ('sms-2000', 'es', '2.000 créditos SMS', 'Válidos dos años'),
  ('sms-10000', 'it', '10.000 crediti SMS', 'Validi due anni'),
  ('sms-10000', 'en', '10,000 SMS credits', 'Valid for two years'),
  ('sms-10000', 'es', '10.000 créditos SMS', 'Válidos dos años'),
  ('dedicated-ip', 'it', 'Indirizzo IP dedicato', 'Una reputazione tutta tua, per 12 mesi'),
  ('dedicated-ip', 'en', 'Dedicated IP address', 'A reputation all your own, for 12 months'),
  ('dedicated-ip', 'es', 'Dirección IP dedicada', 'Una reputación propia, durante 12 meses'),
  ('deliverability', 'it', 'Consulenza sulla consegna', 'Un esperto segue i tuoi invii, per 12 mesi'),
  ('deliverability', 'en', 'Deliverability consulting', 'An expert follows your sends, for 12 months'),
  ('deliverability', 'es', 'Consultoría de entrega', 'Un experto sigue tus envíos, durante 12 meses'),
  ('training', 'it', 'Formazione', 'Quattro lezioni all''anno, per 12 mesi'),
  ('training', 'en', 'Training', 'Four lessons a year, for 12 months'),
  ('training', 'es', 'Formación', 'Cuatro clases al año, durante 12 meses');
