-- Whoever sells something else, or has written these texts already, keeps what there is.
insert into product_text (product, language, name, included)
select t.product, t.language, t.name, t.included from (values
  ('starter', 'de', 'Starter', 'Unbegrenzter Versand an 2.000 Kontakte
Fertige Vorlagen
Support per E-Mail'),
  ('starter', 'fr', 'Starter', 'Envois illimités à 2 000 contacts
Modèles prêts à l''emploi
Assistance par e-mail'),
  ('plus', 'de', 'Plus', 'Alles aus Starter
10.000 Kontakte
Automatisierungen
Landingpages'),
  ('plus', 'fr', 'Plus', 'Tout ce que contient Starter
10 000 contacts
Automatisations
Pages de destination'),
  ('premium', 'de', 'Premium', 'Alles aus Plus
50.000 Kontakte
A/B-Tests
Telefonischer Support'),
  ('premium', 'fr', 'Premium', 'Tout ce que contient Plus
50 000 contacts
Tests A/B
Assistance téléphonique'),
  ('enterprise', 'de', 'Enterprise', 'Alles aus Premium
Unbegrenzte Kontakte
Ein persönlicher Berater
Single Sign-on für Ihr Unternehmen'),
  ('enterprise', 'fr', 'Enterprise', 'Tout ce que contient Premium
Contacts illimités
Un consultant dédié
Authentification unique d''entreprise (SSO)'),
  ('sms-500', 'de', '500 SMS-Credits', 'Zwei Jahre gültig'),
  ('sms-500', 'fr', '500 crédits SMS', 'Valables deux ans'),
  ('sms-2000', 'de', '2.000 SMS-Credits', 'Zwei Jahre gültig'),
  ('sms-2000', 'fr', '2 000 crédits SMS', 'Valables deux ans'),
  ('sms-10000', 'de', '10.000 SMS-Credits', 'Zwei Jahre gültig'),
  ('sms-10000', 'fr', '10 000 crédits SMS', 'Valables deux ans'),
  ('dedicated-ip', 'de', 'Dedizierte IP-Adresse', 'Ihre eigene Reputation, für 12 Monate'),
  ('dedicated-ip', 'fr', 'Adresse IP dédiée', 'Une réputation rien qu''à vous, pendant 12 mois'),
  ('deliverability', 'de', 'Zustellbarkeitsberatung', 'Ein Experte begleitet Ihren Versand, für 12 Monate'),
  ('deliverability', 'fr', 'Conseil en délivrabilité', 'Un expert suit vos envois, pendant 12 mois'),
  ('training', 'de', 'Schulung', 'Vier Schulungstermine pro Jahr, für 12 Monate'),
  ('training', 'fr', 'Formation', 'Quatre cours par an, pendant 12 mois')
) as t (product, language, name, included)
where exists (select 1 from product p where p.code = t.product)
  and not exists (select 1 from product_text o where o.product = t.product and o.language = t.language);
