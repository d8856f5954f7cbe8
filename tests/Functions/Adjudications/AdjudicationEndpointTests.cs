using System.Net;
using System.Text.Json;
using Shouwang.Functions.Tests.Interface;

namespace Shouwang.Functions.Tests.Adjudications;

/// <summary>POST /api/adjudications over a real socket.</summary>
public sealed class AdjudicationEndpointTests : IAsyncLifetime
{
    private const string Good = """
        { "place": "110000", "scheme": "resident", "date": "2024-05-20",
          "person": { "age": 64, "statuses": ["low-income"] },
          "stay": { "hospitalLevel": "tertiary", "area": "local", "ordinalInYear": 2,
                    "total": "20000.00", "inScope": "12345.67", "selfFunded": "6000.00", "selfPayFirst": "1654.33", "overLimit": "0.00",
                    "diagnosis": "急性阑尾炎" },
          "yearToDate": { "basicPaid": "0.00", "inScopeBorne": "0.00", "criticalPaid": "0.00", "assistancePaid": "0.00" },
          "actuallyPaid": { "basic": "8771.75" },
          "village": "320281105203" }
        """;

    private readonly AdjudicationSite site = new();

    public ValueTask InitializeAsync() => site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_example_of_the_interface_comes_out()
    {
        var (status, answer) = await Post(Good);
        status.ShouldBe(HttpStatusCode.OK);
        var basic = answer.GetProperty("layers")[0];
        basic.GetProperty("layer").GetString().ShouldBe("basic");
        basic.GetProperty("outcome").GetString().ShouldBe("paid");
        basic.GetProperty("amount").GetString().ShouldBe("8771.75");
        basic.GetProperty("deductible").GetString().ShouldBe("650.00");
        basic.GetProperty("recomputed").GetString().ShouldBe("8771.75");
        basic.GetProperty("steps").EnumerateArray().ShouldContain(s => s.GetProperty("formula").GetString() == "(12345.67 − 650.00) × 75%" && s.GetProperty("from").GetString() == "110000" && s.GetProperty("version").GetString() == "2018-01-01");
        answer.GetProperty("needs").GetArrayLength().ShouldBe(0);
        answer.GetProperty("policy").GetProperty("verified").GetString().ShouldBe("primary");
        answer.GetProperty("policy").GetProperty("hash").GetString().ShouldStartWith("sha256:");
    }

    [Theory]
    [InlineData("\"place\": \"110000\"", "\"place\": \"990000\"", "unknown-place", "place")]
    [InlineData("\"place\": \"110000\"", "\"place\": \"../etc\"", "unknown-place", "place")]
    [InlineData("\"date\": \"2024-05-20\"", "\"date\": \"1999-05-20\"", "no-rules-for-date", "date")]
    [InlineData("\"date\": \"2024-05-20\"", "\"date\": \"20.5.2024\"", "date-malformed", "date")]
    [InlineData("\"resident\"", "\"martian\"", "unknown-scheme", "scheme")]
    [InlineData("[\"low-income\"]", "[\"rich\"]", "unknown-status", "person.statuses")]
    [InlineData("64", "-1", "number-out-of-range", "person.age")]
    [InlineData("\"tertiary\"", "\"best\"", "unknown-hospital-level", "stay.hospitalLevel")]
    [InlineData("\"local\"", "\"moon\"", "unknown-area", "stay.area")]
    [InlineData("\"20000.00\"", "\"-20000.00\"", "amount-negative", "stay.total")]
    [InlineData("\"20000.00\"", "\"100000000.01\"", "amount-absurd", "stay.total")]
    [InlineData("\"20000.00\"", "\"2e4\"", "amount-malformed", "stay.total")]
    [InlineData("\"20000.00\"", "20000.00", "text-expected", "stay.total")]
    [InlineData("\"12345.67\"", "\"20000.01\"", "in-scope-above-total", "stay.inScope")]
    [InlineData("\"6000.00\"", "\"6000.01\"", "parts-above-total", "stay.total")]
    [InlineData("\"8771.75\"", "\"20000.01\"", "paid-above-total", "actuallyPaid")]
    [InlineData("\"actuallyPaid\": { \"basic\"", "\"actuallyPaid\": { \"basics\"", "unknown-layer", "actuallyPaid.basics")]
    [InlineData("\"ordinalInYear\": 2", "\"ordinalInYear\": 2, \"admitted\": \"2024-05-21\"", "discharge-before-admission", "stay.admitted")]
    [InlineData("\"ordinalInYear\": 2", "\"ordinalInYear\": 2, \"exclusion\": \"bad-luck\"", "unknown-exclusion", "stay.exclusion")]
    [InlineData("\"320281105203\"", "\"32028\"", "village-malformed", "village")]
    public async Task Bad_input_is_a_problem_that_names_the_field_and_never_a_number(string good, string bad, string code, string field)
    {
        var (status, answer) = await Post(Good.Replace(good, bad, StringComparison.Ordinal));
        status.ShouldBe(HttpStatusCode.BadRequest);
        answer.GetProperty("code").GetString().ShouldBe(code);
        answer.GetProperty("field").GetString().ShouldBe(field);
        answer.GetProperty("detail").GetString()!.ShouldContain(field);
        answer.TryGetProperty("layers", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "not-json")]
    [InlineData("[]", "not-an-object")]
    [InlineData("{\"place\":\"110000\",\"date\":\"2024-05-20\"}", "missing")]
    public async Task A_body_that_is_no_request_is_a_problem(string body, string code) =>
        (await Post(body)).Answer.GetProperty("code").GetString().ShouldBe(code);

    [Fact]
    public async Task An_unknown_hospital_level_that_matters_comes_back_as_a_need()
    {
        var (_, answer) = await Post(Good.Replace("\"hospitalLevel\": \"tertiary\", ", "", StringComparison.Ordinal).Replace("\"actuallyPaid\": { \"basic\": \"8771.75\" },", "", StringComparison.Ordinal));
        answer.GetProperty("layers")[0].GetProperty("outcome").GetString().ShouldBe("needs-fact");
        answer.GetProperty("needs").EnumerateArray().ShouldContain(n => n.GetProperty("name").GetString() == "hospitalLevel");
    }

    [Theory]
    [InlineData("\"12345.67\"", "\"12345.67\"")]
    [InlineData("\"basic\": \"8771.75\"", "\"basic\": \"8000.00\"")]
    [InlineData("\"hospitalLevel\": \"tertiary\", ", "")]
    [InlineData("\"actuallyPaid\": { \"basic\": \"8771.75\" },", "\"actuallyPaid\": {},")]
    [InlineData("\"place\": \"110000\"", "\"place\": \"320281\"")]
    [InlineData("\"ordinalInYear\": 2,", "\"exclusion\": \"third-party\", \"transfer\": \"up\", \"chainDeductible\": \"300.00\", \"admitted\": \"2024-05-01\", \"borne\": \"900.00\", \"items\": { \"甲类\": \"100.00\" },")]
    public async Task Request_and_answer_are_as_the_interface_document_says(string good, string other)
    {
        var body = Good.Replace(good, other, StringComparison.Ordinal);
        using var request = JsonDocument.Parse(body);
        DocumentSchema.Faults("AdjudicationRequest", request.RootElement).ShouldBeEmpty();
        var (status, answer) = await Post(body);
        status.ShouldBe(HttpStatusCode.OK);
        DocumentSchema.Faults("Adjudication", answer).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_that_is_not_as_the_interface_document_says_is_noticed()
    {
        var (_, answer) = await Post(Good);
        var text = answer.GetRawText();
        using var renamed = JsonDocument.Parse(text.Replace("\"patientPays\"", "\"patientPay\"", StringComparison.Ordinal));
        DocumentSchema.Faults("Adjudication", renamed.RootElement).ShouldBe(["Adjudication lacks patientPays", "Adjudication.patientPay is not in the document"], ignoreOrder: true);
        using var retyped = JsonDocument.Parse(text.Replace("\"onPaper\":true", "\"onPaper\":\"yes\"", StringComparison.Ordinal));
        DocumentSchema.Faults("Adjudication", retyped.RootElement).ShouldHaveSingleItem().ShouldContain("onPaper is string");
    }

    private Task<(HttpStatusCode Status, JsonElement Answer)> Post(string body) => site.Post(body);
}
