using System.Diagnostics;
using Shouwang.EndToEnd.Tests.Support;

namespace Shouwang.EndToEnd.Tests;

/// <summary>The three papers in other shapes than three photos.</summary>
public sealed class FileKindsTests(WholeSystem system)
{
    [Fact]
    public async Task A_PDF_of_three_pages_is_three_papers()
    {
        using var villager = await Villager.ReadyAsync(system);
        await villager.SendAsync(new Photo("papers.pdf", Pdf.Of(SampleClaim.DischargeRecord.Bytes, SampleClaim.FeeList.Bytes, SampleClaim.SettlementSheet.Bytes)));
        await villager.ShouldGetTheAmountAsync(system);
    }

    [Fact]
    public async Task An_iPhone_photo_and_a_photo_of_two_papers_are_three_papers()
    {
        using var villager = await Villager.ReadyAsync(system);
        await villager.SendAsync([Made("IMG_0001.HEIC", "heif-enc", "-q", "90", Sample("discharge-record"), "-o"), Made("both.jpg", "convert", Sample("fee-list"), Sample("settlement-sheet"), "-background", "#5d6b73", "+append", "-quality", "85")]);
        await villager.ShouldGetTheAmountAsync(system);
    }

    static string Sample(string name) => Tree.In("samples", "claim", name + ".jpg");

    static Photo Made(string name, string program, params string[] how)
    {
        var folder = Directory.CreateTempSubdirectory("photo-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            using var making = Process.Start(new ProcessStartInfo(program, [.. how, path]) { UseShellExecute = false, RedirectStandardOutput = true })!;
            making.WaitForExit();
            making.ExitCode.ShouldBe(0, program);
            return new Photo(name, File.ReadAllBytes(path));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
