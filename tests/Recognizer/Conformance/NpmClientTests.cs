using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Shouwang.Recognizer.Tests.Conformance;

/// <summary>Microsoft's own clients understand the recogniser: its results and its errors.</summary>
public sealed class NpmClientTests(RunningRecognizer recognizer)
{
    [Fact]
    public async Task The_2023_client_reads_a_page_and_understands_each_refusal()
    {
        var seen = await Run("form-recognizer.mjs");

        seen["apiVersion"]!.GetValue<string>().ShouldBe("2023-07-31");
        seen["modelId"]!.GetValue<string>().ShouldBe("prebuilt-layout");
        seen["states"]!.AsArray().Select(s => s!.GetValue<string>()).ShouldAllBe(s => s == "notStarted" || s == "running" || s == "succeeded");
        (seen["unit"]!.GetValue<string>(), seen["width"]!.GetValue<int>(), seen["height"]!.GetValue<int>()).ShouldBe(("pixel", 1744, 1369));
        Texts(seen["lines"]!).ShouldContain("住院费用明细清单");
        seen["firstPolygon"]!.AsArray().Count.ShouldBe(4);
        string.Concat(Texts(seen["firstWords"]!)).ShouldBe("江阴市示例人民医院");
        seen["lowestConfidence"]!.GetValue<double>().ShouldBeInRange(0.2, 1);
        seen["spansFit"]!.GetValue<bool>().ShouldBeTrue();
        seen["table"]!["columns"]!.GetValue<int>().ShouldBe(11);
        seen["read"]!.GetValue<int>().ShouldBe(seen["lines"]!.AsArray().Count);
        Failure(seen["wrongKey"]!).ShouldBe((401, "401", null));
        Failure(seen["noModel"]!).ShouldBe((404, "NotFound", "ModelNotFound"));
        Failure(seen["noPicture"]!).ShouldBe((400, "InvalidRequest", "InvalidContent"));
        Failure(seen["byUrl"]!).ShouldBe((400, "InvalidRequest", "InvalidParameter"));
    }

    [Fact]
    public async Task The_2024_client_reads_a_page_and_understands_each_refusal()
    {
        var seen = await Run("document-intelligence.mjs");

        seen["accepted"]!.GetValue<int>().ShouldBe(202);
        seen["status"]!.GetValue<string>().ShouldBe("succeeded");
        seen["apiVersion"]!.GetValue<string>().ShouldBe("2024-11-30");
        (seen["contentFormat"]!.GetValue<string>(), seen["stringIndexType"]!.GetValue<string>()).ShouldBe(("text", "textElements"));
        Texts(seen["lines"]!).ShouldContain("住院费用明细清单");
        seen["polygonLength"]!.GetValue<int>().ShouldBe(8);
        seen["spansFit"]!.GetValue<bool>().ShouldBeTrue();
        seen["table"]!["columns"]!.GetValue<int>().ShouldBe(11);
        seen["readHasTables"]!.GetValue<bool>().ShouldBeFalse();
        seen["readLines"]!.GetValue<int>().ShouldBe(seen["lines"]!.AsArray().Count);
        Failure(seen["wrongKey"]!).ShouldBe((401, "401", null));
        Failure(seen["noModel"]!).ShouldBe((404, "NotFound", "ModelNotFound"));
        Failure(seen["noPicture"]!).ShouldBe((400, "InvalidRequest", "InvalidContent"));
        Failure(seen["byUrl"]!).ShouldBe((400, "InvalidRequest", "InvalidParameter"));
        Failure(seen["unknownResult"]!).ShouldBe((404, "NotFound", "OperationNotFound"));
        seen["deleted"]!.GetValue<int>().ShouldBe(204);
        Failure(seen["afterDeletion"]!).ShouldBe((404, "NotFound", "OperationNotFound"));
    }

    static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(text => text!.GetValue<string>());

    static (int Status, string? Code, string? Inner) Failure(JsonNode failure) =>
        (failure["status"]!.GetValue<int>(), failure["code"]?.GetValue<string>(), failure["inner"]?.GetValue<string>());

    async Task<JsonNode> Run(string script)
    {
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(ScriptFolder(), script));
        start.ArgumentList.Add(recognizer.Endpoint.ToString().TrimEnd('/'));
        start.ArgumentList.Add(RunningRecognizer.Key);
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "samples", "claim", "fee-list.jpg"));
        using var node = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var errors = node.StandardError.ReadToEndAsync(limit.Token);
        var output = await node.StandardOutput.ReadToEndAsync(limit.Token);
        await node.WaitForExitAsync(limit.Token);
        node.ExitCode.ShouldBe(0, await errors);
        return JsonNode.Parse(output)!;
    }

    static string ScriptFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var scripts = Path.Combine(folder.FullName, "tests", "Recognizer", "Conformance");
            if (Directory.Exists(scripts))
                return scripts;
        }
        throw new DirectoryNotFoundException("tests/Recognizer/Conformance is not above " + AppContext.BaseDirectory);
    }
}
