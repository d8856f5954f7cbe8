using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shouwang.Functions.Tests.Adjudications;

/// <summary>Whatever is sent, the answer is a result or a problem that names what is wrong: never a failure, and never a number out of nonsense.</summary>
public sealed class HostileInputTests : IAsyncLifetime
{
    private const string One = """
        { "place": "110000", "scheme": "resident", "date": "2024-05-20", "person": { "age": 64, "statuses": [], "villageMember": true, "entitledFrom": "2020-01-01", "yearsInARow": 3 },
          "stay": { "hospitalLevel": "tertiary", "area": "local", "admitted": "2024-05-10", "discharged": "2024-05-20", "ordinalInYear": 2, "ordinalAtLevel": 1, "transfer": "none", "continuesPrevious": false, "deductibleWaived": false,
                    "total": "20000.00", "inScope": "12345.67", "selfFunded": "6000.00", "selfPayFirst": "1654.33", "overLimit": "0.00", "borne": "11228.25", "diagnosis": "急性阑尾炎" },
          "yearToDate": { "basicPaid": "0.00", "inScopeBorne": "0.00" }, "actuallyPaid": { "basic": "8771.75" }, "applications": { "topup.temporary-relief": "5000.00" }, "village": "320281105203" }
        """;

    private static readonly string Year = $$"""
        { "place": "110000", "person": { "age": 64, "statusSpans": [ { "name": "subsistence", "from": "2024-01-01", "to": "2024-12-31" } ] },
          "stays": [ { "date": "2024-05-20", "stay": {{JsonNode.Parse(One)!["stay"]!.ToJsonString()}} },
                     { "date": "2025-01-10", "stay": { "total": "200.00", "admitted": "2024-12-30", "parts": [ { "from": "2024-12-30", "to": "2024-12-31", "total": "100.00" }, { "from": "2025-01-01", "to": "2025-01-10", "total": "100.00", "actuallyPaid": { "basic": "1.00" } } ] } } ] }
        """;

    /// <summary>What no field of the request may hold.</summary>
    private static readonly string[] Nonsense =
    [
        "-1", "1e308", "12345678901234567890", "0.5", "true", "[]", "{}", "[[]]", "{\"a\":1}", "\"\"", "\"  \"", "\"-5.00\"", "\"100000000.01\"", "\"1e5\"", "\"１２\"", "\"NaN\"", "\"12.345\"",
        "\"2024-02-30\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"2024/05/20\"", "\"\\u0000\"", "\"\\ud800\"", "\"'; drop table\"", "\"<script>\"", $"\"{new string('9', 500)}\"", $"\"{new string('很', 3000)}\"",
    ];

    private readonly AdjudicationSite site = new();

    public ValueTask InitializeAsync() => site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("/api/adjudications")]
    [InlineData("/api/adjudications/year")]
    public async Task Nonsense_in_any_field_is_a_problem_that_names_the_field_or_leaves_the_amounts_as_they_were(string call)
    {
        var good = call.EndsWith("year", StringComparison.Ordinal) ? Year : One;
        (await site.Post(call, Encoding.UTF8.GetBytes(good))).Status.ShouldBe(HttpStatusCode.OK);
        var tried = 0;
        foreach (var path in Leaves(JsonNode.Parse(good)!))
        {
            foreach (var nonsense in Nonsense)
            {
                var (status, answer) = await site.Post(call, Encoding.UTF8.GetBytes(With(good, path, nonsense)));
                Sound(status, answer, $"{path} = {nonsense[..Math.Min(nonsense.Length, 40)]}");
                tried++;
            }
        }
        tried.ShouldBeGreaterThan(500);
    }

    [Theory]
    [InlineData("total", "-0.01", "amount-negative")]
    [InlineData("total", "100000000.01", "amount-absurd")]
    [InlineData("inScope", "-1.00", "amount-negative")]
    [InlineData("inScope", "99999999999999999999.00", "amount-malformed")]
    [InlineData("selfFunded", "1,000.00", "amount-malformed")]
    [InlineData("overLimit", "壹佰元", "amount-malformed")]
    [InlineData("hospitalLevel", "三级", "unknown-hospital-level")]
    [InlineData("area", "nearby", "unknown-area")]
    [InlineData("admitted", "1901-01-01", "stay-absurd")]
    [InlineData("discharged", "2024-05-01", "discharge-before-admission")]
    public async Task A_bad_value_of_the_stay_is_told_with_its_field_and_remedy(string field, string value, string code)
    {
        var body = JsonNode.Parse(One)!;
        body["stay"]![field] = value;
        var (status, answer) = await site.Post(body.ToJsonString());
        status.ShouldBe(HttpStatusCode.BadRequest);
        answer.GetProperty("code").GetString().ShouldBe(code);
        answer.GetProperty("field").GetString().ShouldBe("stay." + field);
        answer.GetProperty("detail").GetString()!.ShouldContain("stay." + field);
    }

    [Fact]
    public async Task A_field_written_twice_is_not_silently_taken_once()
    {
        var (status, answer) = await site.Post(One.Replace("\"total\": \"20000.00\"", "\"total\": \"20000.00\", \"total\": \"30000.00\"", StringComparison.Ordinal));
        (status, answer.GetProperty("code").GetString(), answer.GetProperty("field").GetString()).ShouldBe((HttpStatusCode.BadRequest, "field-twice", "stay.total"));
    }

    [Fact]
    public async Task A_huge_body_deep_nesting_and_broken_text_are_problems()
    {
        (await Code(Encoding.UTF8.GetBytes("{\"place\":\"" + new string('1', 2_000_000) + "\"}"))).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "too-large"));
        (await Code(Encoding.UTF8.GetBytes("{\"a\":" + new string('[', 10_000) + new string(']', 10_000) + "}"))).ShouldBe((HttpStatusCode.BadRequest, "not-json"));
        (await Code([.. "{\"place\":\""u8, 0xff, 0xfe, .. "\"}"u8])).ShouldBe((HttpStatusCode.BadRequest, "text-malformed"));
        (await Code([.. "{\""u8, 0xc3, 0x28, .. "\":1}"u8])).ShouldBe((HttpStatusCode.BadRequest, "text-malformed"));
        (await Code([0xef, 0xbb, 0xbf, .. "{}"u8])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Code(Encoding.UTF8.GetBytes(One)[..200])).ShouldBe((HttpStatusCode.BadRequest, "not-json"));
    }

    [Fact]
    public async Task Too_many_stays_or_parts_are_refused_before_they_are_worked_out()
    {
        var stays = string.Join(',', Enumerable.Repeat("{\"date\":\"2024-05-20\",\"stay\":{\"total\":\"1.00\"}}", 101));
        var (status, answer) = await site.PostYear($$"""{"place":"110000","stays":[{{stays}}]}""");
        (status, answer.GetProperty("code").GetString()).ShouldBe((HttpStatusCode.BadRequest, "too-many"));
    }

    private static void Sound(HttpStatusCode status, JsonElement answer, string what)
    {
        if (status == HttpStatusCode.OK)
        {
            // Taken as it stands (a diagnosis may be any text); every amount is still an amount, and none is below zero.
            foreach (var layer in answer.TryGetProperty("layers", out var layers) ? layers.EnumerateArray() : default)
                layer.GetProperty("amount").GetString()!.ShouldNotStartWith("-", customMessage: what);
            return;
        }
        status.ShouldBe(HttpStatusCode.BadRequest, what);
        answer.GetProperty("code").GetString().ShouldNotBeNullOrEmpty(what);
        answer.GetProperty("detail").GetString()!.Length.ShouldBeGreaterThan(8, what);
        answer.GetProperty("field").GetString().ShouldNotBeNullOrEmpty(what);
        answer.TryGetProperty("layers", out _).ShouldBeFalse(what);
    }

    private async Task<(HttpStatusCode Status, string? Code)> Code(byte[] body)
    {
        var (status, answer) = await site.Post("/api/adjudications", body);
        return (status, answer.GetProperty("code").GetString());
    }

    /// <summary>Every field, objects and lists too.</summary>
    private static IEnumerable<string> Leaves(JsonNode node) => node switch
    {
        JsonObject fields => fields.SelectMany(f => new[] { f.Value!.GetPath() }.Concat(Leaves(f.Value!))),
        JsonArray items => items.SelectMany(i => new[] { i!.GetPath() }.Concat(Leaves(i!))),
        _ => [],
    };

    private static string With(string good, string path, string nonsense)
    {
        var root = JsonNode.Parse(good)!;
        const string Mark = "\"the place of the nonsense\"";
        var target = Find(root, path);
        target.ReplaceWith(JsonNode.Parse(Mark));
        return root.ToJsonString().Replace(Mark, nonsense, StringComparison.Ordinal);
    }

    private static JsonNode Find(JsonNode node, string path) =>
        node.GetPath() == path ? node
        : node switch
        {
            JsonObject fields => Find(fields.First(f => Within(f.Value!.GetPath(), path)).Value!, path),
            JsonArray items => Find(items.First(i => Within(i!.GetPath(), path))!, path),
            _ => throw new InvalidOperationException(path),
        };

    private static bool Within(string outer, string path) => path == outer || path.StartsWith(outer + ".", StringComparison.Ordinal) || path.StartsWith(outer + "[", StringComparison.Ordinal);
}
