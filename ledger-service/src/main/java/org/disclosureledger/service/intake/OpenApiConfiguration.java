package org.disclosureledger.service.intake;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.disclosureledger.service.intake.agency.AgencyController;
import org.disclosureledger.service.intake.agency.AgencyExportController;
import org.disclosureledger.service.intake.alert.AlertController;
import org.disclosureledger.service.intake.comparison.ComparisonController;
import org.disclosureledger.service.intake.deadline.CalendarController;
import org.disclosureledger.service.intake.document.DocumentController;
import org.disclosureledger.service.intake.grant.GrantController;
import org.disclosureledger.service.intake.oversight.OversightController;
import org.disclosureledger.service.intake.reconciliation.ReconciliationController;
import org.disclosureledger.service.intake.register.PublicFiguresController;
import org.disclosureledger.service.intake.register.QueryController;
import org.disclosureledger.service.intake.register.RegisterExportController;
import org.disclosureledger.service.intake.report.ReportController;
import org.disclosureledger.service.intake.report.ReportPaperController;
import org.disclosureledger.service.intake.statistics.StatisticsController;
import org.disclosureledger.service.story.EventPage;
import org.disclosureledger.service.viewing.Viewer;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.disclosureledger.service.wire.ProblemWriter;
import org.disclosureledger.service.wire.Submission;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** The published description of the API; each example is a file that a test sends or reads. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
  private static final String BASIC = "basic";
  private static final String BEARER = "bearer";

  /** Of the query string, by operation. */
  private static final Map<String, Set<String>> PARAMETERS =
      Map.ofEntries(
          Map.entry("listRequests", QueryController.LIST_PARAMETERS),
          Map.entry("exportRegister", RegisterExportController.PARAMETERS),
          Map.entry("listMyGrants", GrantController.LIST_PARAMETERS),
          Map.entry("listEvents", EventPage.PARAMETERS),
          Map.entry("getStatistics", StatisticsController.PARAMETERS),
          Map.entry("exportStatistics", StatisticsController.PARAMETERS),
          Map.entry("getTurnaround", QueryController.FIGURES_PARAMETERS),
          Map.entry("getPublicTurnaround", PublicFiguresController.PARAMETERS),
          Map.entry("attachDocument", DocumentController.PARAMETERS),
          Map.entry("listAgencies", AgencyController.LIST_PARAMETERS),
          Map.entry("listAgencyEvents", EventPage.PARAMETERS),
          Map.entry("exportAgencies", AgencyExportController.PARAMETERS),
          Map.entry("listInspections", OversightController.LIST_PARAMETERS),
          Map.entry("listDrills", OversightController.LIST_PARAMETERS),
          Map.entry("listNotices", OversightController.LIST_PARAMETERS),
          Map.entry("recordReconciliation", ReconciliationController.RECORD_PARAMETERS),
          Map.entry("listReconciliations", ReconciliationController.LIST_PARAMETERS),
          Map.entry("compareEnterprises", ComparisonController.PARAMETERS),
          Map.entry("exportComparison", ComparisonController.PARAMETERS),
          Map.entry("listAlerts", AlertController.LIST_PARAMETERS),
          Map.entry("exportReport", ReportPaperController.PARAMETERS),
          Map.entry("exportPublicReport", ReportPaperController.PUBLIC_PARAMETERS),
          Map.entry("listReports", ReportController.LIST_PARAMETERS),
          Map.entry("previewCalendar", CalendarController.PARAMETERS),
          Map.entry("importCalendar", CalendarController.PARAMETERS));

  /** Those without which it is refused. */
  private static final Map<String, Set<String>> REQUIRED =
      Map.of(
          "attachDocument", DocumentController.REQUIRED,
          "recordReconciliation", ReconciliationController.RECORD_PARAMETERS,
          "previewCalendar", CalendarController.REQUIRED,
          "importCalendar", CalendarController.REQUIRED);

  static {
    // Path, headers and sign-in: described apart, and no body.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Submission.class, Viewer.class);
  }

  @Bean
  OpenAPI openApi() {
    Schema<?> problem =
        new ObjectSchema()
            .description("RFC 9457; `type` is stable, `pointer` (RFC 6901) is into the body sent")
            .addProperty("type", new StringSchema().format("uri"))
            .addProperty("title", new StringSchema().description("tiếng Việt"))
            .addProperty("titleEn", new StringSchema())
            .addProperty("status", new io.swagger.v3.oas.models.media.IntegerSchema())
            .addProperty("detail", new StringSchema())
            .addProperty("rule", new StringSchema())
            .addProperty("pointer", new StringSchema());
    return new OpenAPI()
        .info(
            new Info()
                .title("Disclosure Ledger")
                .version("v1")
                .description(
                    "Sổ yêu cầu cung cấp dữ liệu · a tamper-evident record of requests for data"
                        + " and the answers given. Names and numbers in examples are invented.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .components(
            new Components()
                .addSchemas("Problem", problem)
                .addSecuritySchemes(
                    BASIC, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
                .addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")))
        // Either: local users, or the provider's tokens.
        .addSecurityItem(new SecurityRequirement().addList(BASIC))
        .addSecurityItem(new SecurityRequirement().addList(BEARER));
  }

  @Bean
  OperationCustomizer describedOperations() {
    return (operation, handler) -> {
      nameSubject(operation, handler);
      if (takes(Submission.class, handler)) {
        describeCommand(operation);
      }
      if (takes(Viewer.class, handler)) {
        operation.addParametersItem(purpose());
      }
      describeQuery(operation);
      if ("attachDocument".equals(operation.getOperationId())) {
        operation.addParametersItem(
            header(
                "Content-Disposition",
                "attachment; filename*=UTF-8''… · tên tệp, không nằm trong URL · the file's name,"
                    + " which no URL carries (RFC 6266, RFC 8187)"));
      }
      addExamples(operation);
      return operation;
    };
  }

  /** From the annotation: springdoc has numbered an id that several controllers inherit. */
  private static void nameSubject(Operation operation, HandlerMethod handler) {
    Subject subject = handler.getBeanType().getAnnotation(Subject.class);
    var inherited = handler.getMethodAnnotation(io.swagger.v3.oas.annotations.Operation.class);
    if (subject != null && inherited != null) {
      operation.setOperationId(inherited.operationId().replace("{Subject}", subject.id()));
      operation.setSummary(
          inherited
              .summary()
              .replace("{vi}", subject.vi())
              .replace("{one}", subject.one())
              .replace("{many}", subject.many()));
    }
  }

  private static boolean takes(Class<?> type, HandlerMethod handler) {
    return Arrays.stream(handler.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == type);
  }

  /** Not marked required: a role to which nothing is opened need not say one. */
  private static Parameter purpose() {
    StringSchema codes = new StringSchema();
    Arrays.stream(ViewPurpose.values()).forEach(code -> codes.addEnumItem(code.name()));
    return header(
            Viewer.HEADER,
            "Mục đích mở dữ liệu cá nhân, được ghi vào sổ · why personal data is opened; required"
                + " of those to whom it is, and recorded")
        .schema(codes);
  }

  private static void describeCommand(Operation operation) {
    operation.addParametersItem(
        header(
            "Idempotency-Key", "1..200 ký tự ASCII · the same key and body get the same answer"));
    operation.addParametersItem(
        header("If-Match", "ETag đã xem · refused as stale-version if the request has changed"));
  }

  private static Parameter header(String name, String description) {
    return new Parameter()
        .in("header")
        .name(name)
        .required(false)
        .description(description)
        .schema(new StringSchema());
  }

  private static void describeQuery(Operation operation) {
    String id = operation.getOperationId();
    Set<String> required = REQUIRED.getOrDefault(id, Set.of());
    for (String name : new TreeSet<>(PARAMETERS.getOrDefault(id, Set.of()))) {
      operation.addParametersItem(
          new Parameter()
              .in("query")
              .name(name)
              .required(required.contains(name))
              .schema(new StringSchema()));
    }
  }

  private static void addExamples(Operation operation) {
    String id = operation.getOperationId();
    if (operation.getRequestBody() != null) {
      Content content = operation.getRequestBody().getContent();
      ApiExamples.request(id).ifPresent(value -> exampleInAll(content, value));
    }
    operation
        .getResponses()
        .forEach((status, response) -> {
          if (status.startsWith("2") && response.getContent() != null) {
            ApiExamples.response(id).ifPresent(value -> exampleInAll(response.getContent(), value));
            response.addHeaderObject(
                "ETag", new Header().schema(new StringSchema()).description("last sequence"));
          }
        });
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("Từ chối · refused")
                .content(
                    new Content()
                        .addMediaType(
                            ProblemWriter.MEDIA_TYPE,
                            new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/Problem"))
                                .addExamples("example", value(ApiExamples.problem())))));
  }

  private static void exampleInAll(Content content, Object value) {
    content.values().forEach(media -> media.addExamples("example", value(value)));
  }

  private static Example value(Object value) {
    return new Example().value(value);
  }
}
