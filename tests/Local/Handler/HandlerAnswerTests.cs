using System.Text;
using System.Text.Json;
using Shouwang.Local.Handler;

namespace Shouwang.Local.Tests.Handler;

public sealed class HandlerAnswerTests
{
    static readonly Dictionary<string, string> s_queues = new(StringComparer.OrdinalIgnoreCase) { ["next"] = "notices" };

    [Theory]
    [InlineData("""{"Outputs":{"next":[{"claimId":"c-42"},"plain text"]}}""", """{"claimId":"c-42"}|plain text""")]
    [InlineData("""{"outputs":{"NEXT":{"claimId":"c-42"}}}""", """{"claimId":"c-42"}""")]
    [InlineData("""{"Outputs":{"next":"plain text"}}""", "plain text")]
    [InlineData("""{"Outputs":{"next":"aGVsbG8="}}""", "hello")]
    [InlineData("""{"Outputs":{"next":"[{\"a\":1},2]"}}""", """{"a":1}|2""")]
    [InlineData("""{"Outputs":{"next":"[not json]"}}""", "[not json]")]
    [InlineData("""{"Outputs":{"other":"plain text"}}""", "")]
    [InlineData("""{"Outputs":{"next":null}}""", "")]
    [InlineData("""{"Outputs":null,"ReturnValue":{"next":"by-return"}}""", "by-return")]
    [InlineData("{}", "")]
    public void Outputs_are_converted_as_the_host_does(string answer, string messages) => Messages(answer, s_queues).ShouldBe(messages);

    [Fact]
    public void A_return_binding_takes_the_return_value() =>
        Messages("""{"ReturnValue":{"next":1}}""", new(s_queues) { ["$return"] = "results" }).ShouldBe("""{"next":1}""");

    static string Messages(string answer, Dictionary<string, string> queues)
    {
        using var json = JsonDocument.Parse(answer);
        return string.Join('|', HandlerAnswer.Outputs(json.RootElement, queues).Select(o => Encoding.UTF8.GetString(o.Message)));
    }
}
