using Shouwang.Functions.Papers;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;
using Shouwang.Shared.Pictures;

namespace Shouwang.Functions.Tests.Papers;

public sealed class FirstLookTests
{
    static readonly PaperReading s_small = new(
        PaperKind.FeeList, BasisPoints.FromPercent(90), new Dictionary<string, FieldReading>(StringComparer.Ordinal), [], [], new PictureQuality(true, "照片有些模糊，有的数字可能看错。方便的话请在亮处放平重新拍一张。"));

    [Fact]
    public async Task Nobody_is_told_to_hold_a_file_closer()
    {
        var look = new FirstLook(new Drawn([PictureFault.TooFar]));
        (await look.AdviseAsync(s_small, BinaryData.FromString("%PDF-1.7 示例"), default)).Quality.Advice.ShouldBe("这份文件里的字太小，有的地方看不太清，有的数字可能看错。方便的话，请对着原来的纸拍照发来。");
        var plain = s_small with { Quality = new PictureQuality(true, null) };
        (await look.AdviseAsync(plain, BinaryData.FromString("%PDF-1.7 示例"), default)).Quality.Advice.ShouldBeNull();
        (await look.AdviseAsync(s_small, BinaryData.FromString("一张只有识别器能看的照片"), default)).Quality.Advice.ShouldBe("离得太远，字太小，请靠近一点，让纸占满画面。");
    }

    sealed class Drawn(IReadOnlyList<PictureFault> faults) : IPageDrawing
    {
        public Task<IReadOnlyList<PictureFault>> LookAsync(BinaryData file, CancellationToken stop) => Task.FromResult(faults);

        public Task<BinaryData?> DrawAsync(BinaryData file, int page, CancellationToken stop) => Task.FromResult<BinaryData?>(null);
    }
}
