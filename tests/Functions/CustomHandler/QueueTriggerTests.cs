using System.Text.Json;
using Shouwang.Functions.CustomHandler;

namespace Shouwang.Functions.Tests.CustomHandler;

public sealed class QueueTriggerTests
{
    [Fact]
    public void Text_is_decoded_twice() => Read(Payloads.Text).ShouldBe(new QueueTrigger("claim 42 ready", 1));

    [Fact]
    public void A_json_message_is_text_too() =>
        Read(Payloads.Json).ShouldBe(new QueueTrigger("""{"id":"c-42","tenant":"t1","n":3,"ok":true,"nested":{"a":1},"list":[1,2]}""", 3));

    [Theory]
    [InlineData("""{"Data":{"item":"plain"}}""", "plain")]
    [InlineData("""{"Data":{"item":"{\"claimId\":\"c-42\"}"}}""", """{"claimId":"c-42"}""")]
    [InlineData("""{"Data":{"item":{"claimId":"c-42"}}}""", """{"claimId":"c-42"}""")]
    [InlineData("""{"Data":{"item":42}}""", "42")]
    [InlineData("""{"Data":{"item":"\"half"}}""", "\"half")]
    [InlineData("""{"Data":{"item":"\"a\" and \"b\""}}""", "\"a\" and \"b\"")]
    [InlineData("""{"Data":{"item":"\"\""}}""", "")]
    [InlineData("""{"Data":{"item":""}}""", "")]
    public void The_form_that_is_encoded_once_is_read_as_well(string payload, string message) => Read(payload).Message.ShouldBe(message);

    [Fact]
    public void Chinese_and_line_breaks_survive_both_encodings()
    {
        var message = "守望村 “行”\n\"引号\" \\ 🌾";
        var payload = JsonSerializer.Serialize(new { Data = new { item = JsonSerializer.Serialize(message) } });

        Read(payload).Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("""{"Data":{"item":"\"{\\\"dequeueCount\\\":99}\""},"Metadata":{"DequeueCount":"\"99\""}}""")]
    [InlineData("""{"Data":{"item":"\" {\\\"DEQUEUECOUNT\\\":99}\""},"Metadata":{"DequeueCount":"\"99\""}}""")]
    public void A_message_that_hides_the_delivery_count_is_not_believed(string payload) => Read(payload).DequeueCount.ShouldBeNull();

    [Theory]
    [InlineData("""{"Data":{"item":"x"}}""")]
    [InlineData("""{"Data":{"item":"x"},"Metadata":{"DequeueCount":"often"}}""")]
    public void A_count_the_host_does_not_give_is_unknown(string payload) => Read(payload).DequeueCount.ShouldBeNull();

    [Fact]
    public void Names_are_matched_whatever_their_case() =>
        Read("""{"data":{"Anything":"\"x\""},"metadata":{"dequeuecount":2}}""").ShouldBe(new QueueTrigger("x", 2));

    [Theory]
    [InlineData("{}"), InlineData("""{"Data":{}}"""), InlineData("""{"Data":"x"}"""), InlineData("[]"), InlineData("null")]
    public void Anything_else_is_refused(string payload) => Should.Throw<FormatException>(() => Read(payload));

    static QueueTrigger Read(string payload)
    {
        using var json = JsonDocument.Parse(payload);
        return QueueTrigger.Read(json.RootElement);
    }
}
