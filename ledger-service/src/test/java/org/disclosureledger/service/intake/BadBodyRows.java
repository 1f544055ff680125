package org.disclosureledger.service.intake;

import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/** One line a refusal of a body of the commands on a recorded request. */
final class BadBodyRows {
  private static final String ID = "01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f";
  private static final String AT = "/api/v1/ledgers/demo/requests/" + ID + "/";
  private static final String SECRET = BadInputRows.SECRET;

  private BadBodyRows() {}

  private static BadInputRows.Row row(String command, String body, String type, String pointer) {
    int status =
        switch (type) {
          case "not-found" -> 404;
          case "no-items" -> 422;
          default -> 400;
        };
    return new BadInputRows.Row(
        command + " " + type + " " + pointer,
        HttpMethod.POST,
        AT + command,
        Map.of(),
        body.replace('\'', '"').replace("ID", '"' + ID + '"'),
        status,
        type,
        pointer);
  }

  static Stream<BadInputRows.Row> rows() {
    String secret = "'" + SECRET + "'";
    return Stream.of(
        row("ask-clarification", "{'question':5}", "invalid-value", "/question"),
        row("ask-clarification", "{'ask':" + secret + "}", "unknown-member", "/ask"),
        row("receive-clarification", "{'outcome':'ANSWERED'}", "missing-member", "/asked"),
        row("receive-clarification", "{'asked':ID}", "missing-member", "/outcome"),
        row(
            "receive-clarification",
            "{'asked':ID,'outcome':" + secret + "}",
            "unknown-code",
            "/outcome"),
        row("confirm-in-writing", "{'documentDate':'2026-02-30'}", "invalid-date", "/documentDate"),
        row("confirm-in-writing", "{'digest':" + secret + "}", "member-invalid", ""),
        row("prepare-emergency", "{}", "missing-member", "/items"),
        row("prepare-emergency", "{'items':[]}", "no-items", ""),
        row("prepare-emergency", "{'items':[{'item':1}]}", "missing-member", "/items/0/fields"),
        row("prepare-extension", "{'consent':true}", "missing-member", "/due"),
        row("prepare-extension", "{'due':'6/11/2026','consent':true}", "invalid-date", "/due"),
        row("prepare-extension", "{'due':'2026-11-06T17:00:00Z'}", "missing-member", "/consent"),
        row(
            "prepare-extension",
            "{'due':'2026-11-06T17:00:00Z','consent':'true'}",
            "invalid-value",
            "/consent"),
        row("prepare-no-data", "{'search':" + secret + "}", "missing-member", "/items"),
        row("prepare-no-data", "{'items':['1']}", "invalid-number", "/items/0"),
        row("prepare-no-data", "{'items':[1,1]}", "member-repeated", ""),
        row("prepare-measure", "{'measure':'BURN','item':1}", "unknown-code", "/measure"),
        row("prepare-measure", "{'measure':'SUSPEND','item':1}", "missing-member", "/from"),
        row("prepare-correction", "{'severity':'RECORDABLE'}", "missing-member", "/corrects"),
        row("prepare-correction", "{'corrects':ID}", "missing-member", "/severity"),
        row(
            "prepare-correction",
            "{'corrects':ID,'severity':'RECORDABLE','changes':{'route':'DIRECT'}}",
            "unknown-member",
            "/changes/route"),
        row(
            "prepare-correction",
            "{'corrects':ID,'severity':'RECORDABLE','changes':{'items':[{'ordinal':1}]}}",
            "missing-member",
            "/changes/items/0/item"),
        row(
            "prepare-correction",
            "{'corrects':ID,'severity':'RECORDABLE','changes':{'items':["
                + "{'ordinal':1,'item':{'kind':'DOCUMENT','targets':[{'name':"
                + secret
                + "}],'fields':['OTHER']}}]}}",
            "unknown-member",
            "/changes/items/0/item/targets/0/name"),
        row("approve-measure", "{}", "missing-member", "/prepared"),
        row("approve-burning", "{'prepared':ID}", "not-found", ""),
        row("return-no-data", "{'prepared':" + secret + "}", "invalid-value", "/prepared"),
        row("return-no_data", "{'prepared':ID}", "not-found", ""),
        row("cancel", "{'document':" + SECRET.substring(1) + "}", "invalid-value", "/document"),
        row("cancel", "{'document':" + secret + "}", "member-invalid", ""),
        row("reopen", "{}", "missing-member", "/items"),
        row("report-obstacle", "{'items':[null]}", "invalid-value", "/items/0"),
        row("report-obstacle", "{'expectedAt':'soon'}", "invalid-date", "/expectedAt"),
        row("link", "{'relation':'RELATED'}", "missing-member", "/request"),
        row("link", "{'relation':'COUSIN','request':ID}", "unknown-code", "/relation"),
        row("record-error", "{'event':ID}", "missing-member", "/items"),
        row(
            "record-error",
            "{'event':ID,'items':[1],'cause':'EXCESS'}",
            "missing-member",
            "/severity"),
        row("issue-reminder", "{'answerBy':'2026-11-06'}", "invalid-date", "/answerBy"));
  }
}
