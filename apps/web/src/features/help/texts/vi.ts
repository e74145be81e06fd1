import type { HelpTexts } from './help-texts.ts';

/** The Vietnamese help: what each screen answers, how its pictures are read, what can be done. It comes with the page, so that it is there without a network. */
export const vi: HelpTexts = {
  title: 'Trợ giúp',
  back: 'Quay lại',
  pages: 'Các trang trợ giúp',
  answers: 'Trang này trả lời',
  reading: 'Cách đọc',
  doing: 'Có thể làm',
  keys: 'Phím',
  screens: {
    viec: {
      title: 'Việc cần làm',
      answers: ['Hôm nay cần làm gì trước, việc nào đã quá hạn, việc nào đến hạn trong 7 ngày tới.', 'Mỗi việc là của ai, vì sao phải làm, đến ngày nào, nơi nào làm.'],
      reading: {
        dots: 'Mỗi chấm là một hạn trong tuần ghi ở dưới; nhiều quá thì mỗi chấm là một số tròn, có ghi rõ. Cột đỏ bên trái: đã quá hạn.',
      },
      doing: [
        ['Làm ngay tại chỗ', 'Nút ở cuối mỗi dòng mở bảng bên cạnh và ghi đúng bước đang chờ; danh sách vẫn ở nguyên. Không có nút thì bước đó do cấp khác ghi, có ghi rõ, hoặc vai trò đang dùng không ghi bước nào.'],
        ['Ngày làm việc', 'Hạn tính bằng ngày làm việc thì trừ thứ bảy, chủ nhật và ngày lễ; hạn tính bằng tháng thì ghi số ngày. Bên cạnh luôn có ngày cuối.'],
        ['Các nhóm', 'Quá hạn, 7 ngày tới, Bị trả lại, Chờ duyệt (chờ đơn vị của mình), Sắp tới. Mỗi việc chỉ đứng ở một nhóm, nhóm gấp nhất. Giấy chuyển sinh hoạt chờ tiếp nhận, và giấy đã gửi mà quá hạn, cũng nằm ở đây.'],
        ['In', 'Trên giấy các việc xếp theo đơn vị, để giao cho từng nơi.'],
      ],
    },
    'tong-quan': {
      title: 'Tổng quan',
      answers: [
        'Trong kỳ này đơn vị kết nạp bao nhiêu người, nhiều hay ít hơn cùng kỳ năm trước.',
        'Cấp dưới nào đang ít hơn cùng kỳ, ít hơn bao nhiêu người, ở khắp nơi hay chỉ ở một vài đơn vị.',
        'Việc kết nạp diễn ra thế nào theo thời gian và gồm những ai.',
      ],
      reading: {
        behind: 'Thanh là số kết nạp trong kỳ, vạch đen là cùng kỳ năm trước. Màu cam và mũi tên xuống: ít hơn cùng kỳ.',
        level: 'Màu xanh: bằng hoặc nhiều hơn cùng kỳ. Mọi thanh trong bảng dùng chung một thang đo, nên so được với nhau.',
        strip: 'Các ô là cấp dưới của đơn vị ở dòng đó, đơn vị ít hơn cùng kỳ đứng trước. Nhiều cam: ít hơn ở khắp nơi. Một vài ô cam: chỉ ở vài đơn vị. Xám: cả hai kỳ không có ai. Số bên cạnh: số đơn vị ít hơn trên số đơn vị so sánh được.',
        trend: 'Đường đậm là kỳ đang xem, đường xám là năm trước. Lũy kế cho biết đã đạt đến đâu, từng kỳ cho biết tháng nào nhiều, tháng nào ít.',
        figure: 'Số có gạch chân mở danh sách đứng sau nó. Tổng của danh sách đúng bằng số đó.',
        hidden: '“Ẩn”: số nhỏ không hiện để không lộ thông tin cá nhân. “—”: không có số, hoặc không có gì để so.',
      },
      doing: [
        ['Mở một đơn vị', 'Bấm tên trong bảng. Kỳ và cách xếp giữ nguyên; đường dẫn phía trên tên đơn vị đưa về cấp trên.'],
        ['Xếp và lọc', 'Bấm tên cột để xếp, bấm lần nữa để đảo. Gõ tên không dấu cũng tìm được.'],
      ],
    },
    'to-chuc': {
      title: 'Tổ chức',
      answers: ['Đơn vị nằm ở đâu trong hệ thống tổ chức, có những cấp dưới nào.', 'Nhánh nào đông đảng viên, nhánh nào kết nạp nhiều so với số đảng viên của mình.'],
      reading: {
        level: 'Thanh là số kết nạp trong kỳ. Các đơn vị cùng cấp dùng chung một thang đo.',
        hidden: '“Ẩn”: số nhỏ không hiện để không lộ thông tin cá nhân.',
      },
      doing: [
        ['Đi trong cây', 'Mũi tên phải mở một nhánh, mũi tên trái đóng lại, phím * mở các đơn vị cùng cấp; gõ chữ để nhảy đến tên; Enter mở đơn vị. “Mở đến cấp” mở cả cây, bản in gồm đúng những dòng đang mở.'],
        ['Tìm', 'Gõ một phần của tên, không dấu cũng được; cây giữ đường đi đến đơn vị tìm thấy.'],
        ['Toàn cảnh', 'Ô càng cao càng đông đảng viên, màu càng đậm tỷ lệ kết nạp càng cao. Bấm một ô để xem cấp dưới của nó. Bằng phím: mũi tên để đi, Enter để vào, Backspace để lên.'],
        ['Danh sách', 'Đơn vị đang xem và mọi đơn vị bên dưới, lọc theo loại, xếp theo cây, tên hoặc mã.'],
      ],
    },
    'don-vi': {
      title: 'Trang đơn vị',
      answers: ['Mọi điều về một đơn vị ở cùng một chỗ: số liệu, cấp dưới, lịch sử tên gọi và trực thuộc.'],
      reading: {
        figure: 'Số có gạch chân mở danh sách đứng sau nó.',
        trend: 'Đường đậm là kỳ đang xem, đường xám là năm trước.',
      },
      doing: [
        ['Đảng viên', 'Danh sách người, tìm theo tên không cần dấu; bấm tên để xem hồ sơ.'],
        ['Lịch sử', 'Các tên đã mang, các cấp trên đã trực thuộc, thành lập, sáp nhập, nhiệm kỳ.'],
      ],
    },
    nguoi: {
      title: 'Trang người',
      answers: [
        'Người này đang ở chặng nào từ nguồn đến đảng viên chính thức, việc gì đến hạn, ai làm.',
        'Đã diễn ra những gì, ngày nào, theo văn bản nào, ai ghi; chặng nào trễ hạn; giấy tờ nào còn thiếu.',
      ],
      reading: {},
      doing: [
        ['Ghi bước tiếp theo', 'Nút ở góc trên (trên điện thoại: ở dưới cùng) mở bước đang chờ, chỉ hỏi những gì bước đó cần. “Bước khác…” mở các bước còn lại; bước do cấp khác ghi thì có ghi rõ cấp nào.'],
        ['Hoàn tác', 'Ngay sau khi ghi có nút Hoàn tác trong 8 giây; sau đó hoàn tác bước cuối ở phần Diễn biến, có lý do. Dòng đã hoàn tác vẫn còn, gạch ngang.'],
        ['Đường quá trình', 'Bảy chặng với ngày đến từng chặng. Đoạn dày, màu đỏ: chặng đó trễ hạn.'],
        ['Giấy tờ', 'Mỗi dòng là một giấy tờ với số mẫu: thiếu, đã yêu cầu (chờ), có, hoặc quá 12 tháng. Bấm Ghi để ghi ngày và số.'],
        ['Chuyển sinh hoạt…, Phát triển lại…, Kết nạp lại…', 'Cấp giấy cho người chuyển đi; với người đã dừng hoặc đã ra khỏi Đảng, ghi việc bắt đầu lại. Chưa được thì ghi rõ vì sao.'],
        ['Thêm quần chúng', 'Họ tên, ngày sinh, giới tính, chi bộ. Trùng họ tên và ngày sinh thì được báo trước khi thêm.'],
      ],
    },
    nguon: {
      title: 'Nguồn phát triển',
      answers: ['Có bao nhiêu người ở từng bước từ nguồn đến dự bị, bước nào đông, bước nào trễ.', 'Mỗi người đang ở đâu, thiếu giấy tờ gì, ai giúp đỡ.'],
      reading: {
        late: 'Thanh là số người ở một bước, phần đỏ là số người quá hạn. Số ngày ở cuối: một nửa số người đã chờ lâu hơn thế kể từ bước gần nhất.',
      },
      doing: [
        ['Lọc', 'Theo họ tên (gõ không dấu cũng được), đơn vị, bước, chỉ việc quá hạn. Bấm một thanh để xem riêng bước đó. Địa chỉ của trang giữ đủ bộ lọc.'],
        ['Bảng hoặc cột', 'Cùng một bộ lọc xem được thành bảng hoặc thành cột theo bước. Người đã chính thức và người đã dừng thu gọn ở hai cột cuối.'],
        ['Chuyển bước…', 'Mở bảng bên cạnh với bước đang chờ và các bước khác có thể ghi.'],
        ['Thêm quần chúng', 'Ghi một người mà chi bộ đã phát hiện.'],
        ['Tải bảng', 'Tệp có đủ mọi người của bộ lọc, không chỉ trang đang xem.'],
      ],
    },
    'ket-nap': {
      title: 'Kết nạp – dự bị',
      answers: ['Ai chờ lễ kết nạp, đảng viên dự bị nào đến hạn công nhận, ai quá hạn, ai đã được công nhận.', 'Còn bao nhiêu ngày, thiếu giấy tờ gì, nơi nào làm.'],
      reading: {
        dots: 'Các hạn về lễ kết nạp và công nhận trong 12 tuần tới; cột đỏ bên trái là số đã quá hạn.',
      },
      doing: [
        ['Công nhận nhiều người', 'Ở “Dự bị đến hạn” đánh dấu những người chờ quyết định, hoặc “Chọn tất cả”, rồi “Công nhận”. Nhập số quyết định: từng người được kiểm tra trước, có ai chưa được thì ghi rõ vì sao, rồi mới ghi.'],
        ['Không gia hạn dự bị', 'Hết 12 tháng chỉ có công nhận hoặc xóa tên. Quyết định ra muộn vẫn tính chính thức từ ngày hết 12 tháng.'],
        ['Ghi một người', 'Nút ở cuối dòng ghi bước đang chờ của người đó.'],
      ],
    },
    'chuyen-sinh-hoat': {
      title: 'Chuyển sinh hoạt',
      answers: ['Giấy nào chờ đơn vị mình tiếp nhận, giấy nào đã gửi mà nơi nhận chưa tiếp nhận, giấy nào quá hạn.', 'Ai đang sinh hoạt tạm thời, và giấy nào đã xong, đã hủy.'],
      reading: {},
      doing: [
        ['Tiếp nhận', 'Nút ở cuối dòng mở giấy ở bảng bên cạnh; nhập ngày rồi “Tiếp nhận”. Từ ngày đó người chuyển cùng hồ sơ thuộc chi bộ nhận, đảng số hai nơi thay đổi cùng lúc.'],
        ['Tôi có giấy giới thiệu', 'Nhập mã in trên giấy để xem nội dung, chọn chi bộ của mình rồi tiếp nhận. Mã dùng được 180 ngày, và hết hiệu lực khi giấy đã tiếp nhận hoặc đã hủy.'],
        ['Hai thời hạn', 'Nộp giấy ở nơi mới trong 30 ngày làm việc kể từ ngày cấp; bắt đầu sinh hoạt trong 60 ngày làm việc kể từ ngày quyết định hoặc ngày chuyển.'],
        ['Cấp giấy', 'Ở trang của người chuyển đi: “Chuyển sinh hoạt…”. Trong cùng tổ chức cơ sở đảng thì chi bộ cấp, sang tổ chức cơ sở khác thì đảng ủy cơ sở cấp, ra ngoài đảng bộ thì cấp trên trực tiếp của cơ sở cấp.'],
        ['Nơi chuyển biết gì', 'Sau khi tiếp nhận, nơi chuyển chỉ còn thấy tên, ngày và nơi đến như đã ghi trên giấy.'],
      ],
    },
    'phu-trach': {
      title: 'Đơn vị tôi phụ trách',
      answers: ['Những đơn vị tôi được phân công đang thế nào, nơi nào cần chú ý trước.', 'Ai phụ trách đơn vị nào, từ ngày nào, theo văn bản nào.'],
      reading: { behind: 'Thanh là số kết nạp trong kỳ, vạch ngang là chỉ tiêu. Đơn vị xa chỉ tiêu nhất đứng trước; mọi số liệu cùng một thời điểm.' },
      doing: [
        ['Mở tổng quan', 'Chuyển sang vai trò phụ trách của đơn vị ấy và mở tổng quan của nó. Xem được mọi cấp dưới, không thay đổi được gì. Trở về vai trò thường dùng ở trình đơn tài khoản.'],
        ['Phân công', 'Trang đơn vị, phần “Người phụ trách”: chọn tài khoản, nhiệm vụ, thời gian và văn bản. Người được phân công xem được ngay từ ngày đầu.'],
        ['Đổi, cho thôi', 'Chỉ nơi đã phân công hoặc cấp trên của nơi ấy. Cho thôi thì quyền xem mất ngay; lịch sử vẫn còn.'],
        ['Khi đơn vị chuyển đi', 'Phân công theo đơn vị nếu nơi mới vẫn thuộc cơ quan đã phân công; nếu không thì tự kết thúc.'],
      ],
    },
    'chi-tieu': {
      title: 'Chỉ tiêu',
      answers: ['Đơn vị được giao bao nhiêu, đã đạt bao nhiêu, đúng nhịp hay chậm.', 'Chỉ tiêu đã phân bổ hết cho cấp dưới chưa, còn lại bao nhiêu.'],
      reading: {},
      doing: [
        ['So với nhịp', 'Nhịp là số phải có đến hôm nay nếu thực hiện đều trong kỳ. Trước ngày 31/3 chưa đánh giá.'],
        ['Đặt, điều chỉnh', 'Chỉ tiêu có văn bản và ngày ban hành. Bấm tên chỉ tiêu để xem các lần giao; điều chỉnh thì lập bản mới cùng lý do, bản cũ vẫn còn.'],
        ['Phân bổ', 'Gõ, dán từ bảng tính hoặc lấy gợi ý theo đảng viên, kết quả năm trước, người có chứng nhận hay chia đều. Khóa một dòng thì gợi ý giữ nguyên số ấy. Bản nháp tự lưu.'],
        ['Quy tắc tổng', '“Đúng bằng”, “không thấp hơn” hoặc “có dự phòng”. Tổng chưa đúng thì chưa ban hành được; thanh trên cùng luôn nói còn thiếu hay thừa bao nhiêu.'],
        ['In', 'In bảng phân bổ thành phụ lục kèm quyết định.'],
      ],
    },
    'canh-bao': {
      title: 'Cần lưu ý',
      answers: ['Nơi nào có nguồn mà không kết nạp, nhiều năm không kết nạp, không có nguồn.', 'Nơi nào chậm tiến độ chỉ tiêu, tỷ lệ dưới mức định hướng; giấy chứng nhận nào sắp hết hạn; thôn, tổ dân phố nào chưa có chi bộ hoặc đảng viên.'],
      reading: {},
      doing: [
        ['Số trên thẻ', 'Là độ dài của danh sách; dòng đầu ghi thêm trên tổng số đơn vị, người hoặc thôn được xét.'],
        ['Tham số', 'Mỗi danh sách ghi rõ đang xét cấp nào, kỳ nào, mấy năm, mấy tháng. Đổi tham số thì danh sách và số đổi theo; địa chỉ trang giữ lại lựa chọn.'],
        ['Mở đơn vị, mở người', 'Bấm tên để xem trang của đơn vị hoặc người ấy.'],
        ['Tải bảng', 'Tải cả danh sách theo tham số đang chọn.'],
      ],
    },
    'ke-hoach': {
      title: 'Kế hoạch năm',
      answers: ['Năm nay đơn vị đặt ra những việc gì, theo tháng và quý, ai phụ trách, việc nào đã xong, việc nào quá hạn.', 'Cấp trên đã gửi xuống kế hoạch nào, cấp dưới đã lập kế hoạch chưa và làm đến đâu.'],
      reading: {},
      doing: [
        ['Lập kế hoạch', 'Mỗi đơn vị có một kế hoạch của một năm. Có thể gắn văn bản ban hành và kế hoạch cấp trên mà mình theo.'],
        ['Ghi việc xong', 'Nút ở cuối dòng mở việc ở bảng bên cạnh; nhập ngày và ghi chú. Ghi nhầm thì “Ghi chưa xong” cùng lý do; dòng cũ vẫn còn.'],
        ['Gửi xuống cấp dưới', 'Đánh dấu thì các đơn vị cấp dưới xem được kế hoạch và các việc của nó.'],
      ],
    },
    'vuong-mac': {
      title: 'Theo dõi, đôn đốc',
      answers: ['Đơn vị và cấp dưới đang vướng gì, ai lo, hạn đến ngày nào, cái nào quá hạn.', 'Cấp trên đôn đốc việc gì, nơi nào chưa trả lời; cấp dưới nào lâu chưa được kiểm tra.'],
      reading: {},
      doing: [
        ['Vướng mắc', 'Đơn vị ghi, có người lo và có hạn; cấp trên thấy ngay. Giải quyết xong thì ghi ngày và cách giải quyết.'],
        ['Đôn đốc', 'Đơn vị cấp trên gửi, đơn vị nhận trả lời. Nơi gửi không trả lời thay được.'],
        ['Kiểm tra', 'Bảng trên xếp cấp dưới theo lần kiểm tra gần nhất: chưa kiểm tra lần nào đứng đầu.'],
        ['Rút', 'Mục ghi nhầm thì rút, cùng lý do; mục vẫn được lưu.'],
      ],
    },
    'van-ban': {
      title: 'Văn bản',
      answers: ['Đơn vị đã ban hành những văn bản nào, cấp trên gửi xuống văn bản nào, văn bản nào thực hiện văn bản nào.'],
      reading: {},
      doing: [
        ['Vào sổ', 'Số là chữ, ghi như trên văn bản: “6a” đứng sau “6”. Văn bản của Trung ương thì ghi thêm cơ quan ban hành.'],
        ['Lưu ý', 'Văn bản ra trước văn bản mà nó thực hiện, hoặc trùng số trong năm, thì được nhắc chứ không bị từ chối.'],
        ['Gửi xuống cấp dưới', 'Đánh dấu thì các đơn vị cấp dưới xem được văn bản.'],
      ],
    },
    'so-sanh': {
      title: 'So sánh',
      answers: ['Những đơn vị được chọn hơn kém nhau thế nào trong cùng một kỳ, trên cùng một thang đo.'],
      reading: {
        level: 'Mọi thanh của một số liệu dùng chung một thang đo. Tỷ lệ luôn ghi rõ tính trên số nào.',
        hidden: '“Ẩn”: số nhỏ không hiện để không lộ thông tin cá nhân.',
      },
      doing: [
        ['Các đơn vị', 'Chọn đến sáu đơn vị và những số liệu cần xem. Hàng xám là trung vị của các đơn vị cùng loại.'],
        ['Qua 5 năm', 'Những đơn vị đã chọn, từng năm một.'],
        ['Cùng loại', 'Mọi đơn vị cùng loại trên một thang đo, đơn vị đã chọn được ghi tên.'],
      ],
    },
    'quy-dinh': {
      title: 'Quy định và ngày làm việc',
      answers: ['Mỗi thời hạn dài bao nhiêu, tính từ ngày nào, theo văn bản nào.', 'Ngày nào không tính là ngày làm việc, ai quy định.'],
      reading: {},
      doing: [
        ['Ngày làm việc', 'Thứ hai đến thứ sáu, trừ ngày nghỉ trong lịch. Ngày đầu tiên được đếm là ngày làm việc tiếp theo.'],
        ['Thêm, bớt ngày nghỉ', 'Người quản trị xem trước bao nhiêu thời hạn sẽ đổi rồi mới ghi. Thời hạn đang chạy của mọi đơn vị bên dưới đổi theo ngay; bước đã ghi giữ hạn cũ. Hoàn tác được.'],
        ['Quy định của từng thời kỳ', 'Chọn ngày bắt đầu áp dụng. Hồ sơ giữ quy định của ngày bắt đầu.'],
        ['Thẩm quyền', 'Trang đơn vị, phần Lịch sử: ai quyết định, đã ủy quyền khi nào, theo văn bản nào.'],
      ],
    },
  },
  everywhere: [
    ['Kỳ', 'Chọn năm, quý, tháng, khoảng ngày hoặc nhiệm kỳ ở góc trên. Hai mũi tên đi về kỳ trước, kỳ sau.'],
    ['Xem theo ngày', 'Xem tổ chức và số liệu như ở một ngày đã qua. Trang ghi rõ ngày đang xem.'],
    ['Chế độ xem', 'Lưu trang đang xem dưới một tên; mở lại bằng một lần bấm, đúng đơn vị, kỳ, cách xếp và bộ lọc. Mỗi vai trò có danh sách riêng.'],
    ['Trình chiếu', 'Hiện tổng quan cho cả phòng: chữ lớn, không có nút, mỗi 30 giây chuyển sang một chế độ xem đã lưu, ghi giờ của số liệu.'],
    ['Gửi cho người khác', 'Địa chỉ của trang chứa mọi lựa chọn. Người nhận thấy phần mà vai trò của mình được xem.'],
    ['Tìm nhanh', 'Ctrl+K tìm trang, đơn vị và người; gõ không dấu cũng được.'],
    ['In', 'Nút In, hoặc Ctrl+P. Trên giấy có đủ mọi dòng của bảng.'],
  ],
  keyList: [
    ['Tab', 'Đến nút hoặc liên kết kế tiếp; lần đầu trên trang: bỏ qua phần đầu, đến nội dung.'],
    ['Esc', 'Đóng bảng, hộp thoại đang mở; thoát trình chiếu.'],
    ['Mũi tên', 'Đổi lựa chọn trong một nhóm nút.'],
    ['Ctrl+K', 'Tìm trang, đơn vị, người.'],
    ['Alt+PageUp, Alt+PageDown', 'Trên trang một người: người trước, người sau trong danh sách vừa mở.'],
    ['Ctrl+P', 'In.'],
  ],
};
