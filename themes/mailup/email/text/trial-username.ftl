<#ftl output_format="plainText">
<#-- Mail trial-username: the user name that was made for a trial -->
<#import "template.ftl" as layout>
<#import "accounts.ftl" as list>
<@layout.emailLayout>
${msg("trialUsernameIntro")}

<@list.list accounts/>
</@layout.emailLayout>
