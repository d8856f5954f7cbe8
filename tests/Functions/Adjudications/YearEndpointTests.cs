using System.Net;
using System.Text.Json;
using Shouwang.Functions.Tests.Interface;

namespace Shouwang.Functions.Tests.Adjudications;

/// <summary>POST /api/adjudications/year over a real socket.</summary>
public sealed class YearEndpointTests : IAsyncLifetime
{
    private const string Good = """
        { "place": "110000", "person": { "age": 50, "statusSpans": [ { "name": "subsistence", "from": "2025-01-15" } ] },
          "stays": [
            { "date": "2025-02-20",
              "stay": { "admitted": "2025-02-11", "hospitalLevel": "secondary", "area": "local", "total": "10000.00", "inScope": "9000.00" } },
            { "date": "2025-01-20",
              "stay": { "admitted": "2024-12-15", "hospitalLevel": "tertiary", "area": "local", "total": "40000.00", "inScope": "40000.00",
                        "parts": [ { "from": "2024-12-15", "to": "2024-12-31", "total": "15000.00", "inScope": "15000.00" },
                                   { "from": "2025-01-01", "to": "2025-01-20", "total": "25000.00", "inScope": "25000.00" } ] } } ] }
        """;

    private readonly AdjudicationSite site = new();

    public ValueTask InitializeAsync() => site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Stays_are_settled_in_order_of_time_and_the_year_is_added_up()
    {
        var (status, answer) = await site.PostYear(Good);
        status.ShouldBe(HttpStatusCode.OK);
        DocumentSchema.Faults("YearAdjudication", answer).ShouldBeEmpty();
        var settlements = answer.GetProperty("settlements").EnumerateArray().ToList();
        settlements.Select(s => (s.GetProperty("stay").GetInt32(), s.GetProperty("from").GetString(), s.GetProperty("to").GetString())).ShouldBe(
            [(1, "2024-12-15", "2024-12-31"), (1, "2025-01-01", "2025-01-20"), (0, "2025-02-11", "2025-02-20")]);
        // The law on file does not say whether the new year's part takes the deductible again, and that changes the amount.
        Basic(settlements[0]).GetProperty("amount").GetString().ShouldBe("10275.00");
        Basic(settlements[1]).GetProperty("outcome").GetString().ShouldBe("needs-policy");
        Basic(settlements[2]).GetProperty("deductible").GetString().ShouldBe("400.00");
        var years = answer.GetProperty("years").EnumerateArray().ToList();
        years.Select(y => y.GetProperty("year").GetInt32()).ShouldBe([2024, 2025]);
        years[0].GetProperty("paid").GetProperty("basic").GetString().ShouldBe("10275.00");
        years[1].GetProperty("paid").GetProperty("basic").ValueKind.ShouldBe(JsonValueKind.Null);
        years[1].GetProperty("patientPays").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.GetProperty("explanation").GetString()!.ShouldContain("2025 年您自己一共付多少，现在还不能全部算清");
    }

    [Fact]
    public async Task The_request_is_as_the_interface_document_says()
    {
        using var request = JsonDocument.Parse(Good);
        DocumentSchema.Faults("YearAdjudicationRequest", request.RootElement).ShouldBeEmpty();
        (await site.PostYear(Good)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("\"place\": \"110000\"", "\"place\": \"990000\"", "unknown-place", "place")]
    [InlineData("\"date\": \"2025-01-20\"", "\"date\": \"1999-01-20\"", "no-rules-for-date", "stays[1].date")]
    [InlineData("\"40000.00\", \"inScope\"", "\"39999.00\", \"inScope\"", "in-scope-above-total", "stays[1].stay.inScope")]
    [InlineData("\"25000.00\", \"inScope\"", "\"25000.01\", \"inScope\"", "parts-not-the-total", "stays[1].stay.parts")]
    [InlineData("\"inScope\": \"15000.00\"", "\"inScope\": \"15000.01\"", "in-scope-above-total", "stays[1].stay.parts[0].inScope")]
    [InlineData("\"to\": \"2024-12-31\"", "\"to\": \"2024-12-01\"", "ends-before-it-starts", "stays[1].stay.parts[0].to")]
    [InlineData("\"subsistence\"", "\"rich\"", "unknown-status", "person.statusSpans[0].name")]
    [InlineData("\"age\": 50,", "\"age\": 50, \"statuses\": [],", "statuses-twice", "person.statuses")]
    [InlineData("\"age\": 50,", "\"age\": 50, \"entitledFrom\": \"2025-01-02\", \"entitledTo\": \"2025-01-01\",", "ends-before-it-starts", "person.entitledTo")]
    [InlineData("\"stays\"", "\"stay\"", "missing", "stays")]
    [InlineData("\"stays\": [", "\"stays\": [ 5, ", "object-expected", "stays[0]")]
    public async Task Bad_input_is_a_problem_that_names_the_field(string good, string bad, string code, string field)
    {
        var (status, answer) = await site.PostYear(Good.Replace(good, bad, StringComparison.Ordinal));
        status.ShouldBe(HttpStatusCode.BadRequest);
        answer.GetProperty("code").GetString().ShouldBe(code);
        answer.GetProperty("field").GetString().ShouldBe(field);
    }

    private static JsonElement Basic(JsonElement settlement) => settlement.GetProperty("result").GetProperty("layers")[0];
}
